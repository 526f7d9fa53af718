package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Administration;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final ProviderDescriptor DESCRIPTOR = new HashicorpProvider().descriptor();

    @Test
    void serviceLoader_onTheClassPath_findsTheProvider() {
        assertThat(ServiceLoader.load(VaultProvider.class).stream().map(ServiceLoader.Provider::type))
                .containsExactly(HashicorpProvider.class);
        assertThat(HashicorpProvider.class.getAnnotation(VaultType.class).value())
                .isEqualTo("hashicorp");
    }

    @Test
    void module_declared_providesWhatTheServicesFileNames() throws Exception {
        ModuleDescriptor module = module();
        assertThat(module.provides())
                .containsExactly(ModuleDescriptor.newModule("m")
                        .provides(VaultProvider.class.getName(), List.of(HashicorpProvider.class.getName()))
                        .build()
                        .provides()
                        .iterator()
                        .next());
    }

    @Test
    void module_declared_exportsOnePackage() throws Exception {
        assertThat(module().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.claviger.provider.hashicorp");
    }

    private static ModuleDescriptor module() throws Exception {
        try (InputStream declaration = HashicorpProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("module-info.class")
                .toURL()
                .openStream()) {
            return ModuleDescriptor.read(declaration);
        }
    }

    @Test
    void descriptor_asked_isOfTheTeam() {
        assertThat(DESCRIPTOR.administration()).isEqualTo(Administration.TEAM);
        assertThat(DESCRIPTOR.credentials()).containsExactly(HashicorpCredentials.class);
        assertThat(DESCRIPTOR.parameters()).containsExactly("version");
        assertThat(DESCRIPTOR.writable()).isFalse();
    }

    @Test
    void descriptor_settings_markWhatDecidesWhereCredentialsGo() {
        assertThat(names(setting -> true))
                .containsExactly("address", "namespace", "auth-mount", "kv-version", "ca-file", "allow-plain-http");
        assertThat(names(SettingDescriptor::isRequired)).containsExactly("address");
        assertThat(names(SettingDescriptor::isDestination))
                .containsExactly("address", "namespace", "auth-mount", "ca-file", "allow-plain-http");
        assertThat(names(SettingDescriptor::isHostOnly)).containsExactly("ca-file", "allow-plain-http");
    }

    private static List<String> names(Predicate<SettingDescriptor> which) {
        return DESCRIPTOR.settings().stream()
                .filter(which)
                .map(SettingDescriptor::name)
                .toList();
    }
}
