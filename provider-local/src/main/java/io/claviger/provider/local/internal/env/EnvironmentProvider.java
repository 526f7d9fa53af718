package io.claviger.provider.local.internal.env;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Environment variables of this process. Connected by administrators only: they are the host's, not a user's. */
@VaultType("env")
public final class EnvironmentProvider implements VaultProvider {

    private static final String PREFIX = "prefix";

    private final Function<String, @Nullable String> environment;

    /** Creates the provider. */
    public EnvironmentProvider() {
        this(System::getenv);
    }

    EnvironmentProvider(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Environment variables")
                .administration(Administration.TEAM)
                .setting(SettingDescriptor.optional(
                        PREFIX, "What is put before each name, 'APP_' for example; by default nothing."))
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        String prefix = settings.get(PREFIX).orElse("");
        if (!EnvironmentClient.possible(prefix)) {
            throw new ConfigurationException("The setting 'prefix' has a character that names of environment variables"
                    + " cannot have. Use letters, digits and underscores.");
        }
        return new EnvironmentClient(prefix, environment);
    }
}
