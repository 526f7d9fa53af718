package io.claviger.provider.local.internal.env;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks variables up at each read. */
final class EnvironmentClient implements VaultClient {

    private final String prefix;
    private final Function<String, @Nullable String> environment;

    EnvironmentClient(String prefix, Function<String, @Nullable String> environment) {
        this.prefix = prefix;
        this.environment = environment;
    }

    static boolean possible(String name) {
        return name.indexOf('=') < 0 && name.indexOf('\0') < 0;
    }

    @Override
    public Location locate(SecretReference reference) {
        if (!reference.parameters().isEmpty()) {
            throw new ConfigurationException("The reference " + reference + " has parameters, and environment variables"
                    + " take none. Remove everything from '?' up to '#' or the end.");
        }
        if (reference.path().size() != 1 || !possible(reference.path().get(0))) {
            throw new ConfigurationException("The reference " + reference + " cannot name an environment variable."
                    + " Write vault://" + reference.alias() + "/<VARIABLE>, without '=' in the name.");
        }
        Locator locator = Locator.of(List.of(prefix + reference.path().get(0)), Map.of());
        return Location.of(locator, reference.field().orElse(null));
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        return (locator, read) -> read(locator.path().get(0));
    }

    private SecretSnapshot read(String variable) {
        String text = environment.apply(variable);
        if (text == null) {
            throw VaultFailure.of(
                    Kind.NOT_FOUND,
                    "The environment variable " + variable + " is not set. Set it where this process is started.");
        }
        return SecretSnapshot.ofValue(SecretValue.ofText(text)).build();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
