package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A provider is found without being woken, describes itself, and reports all that is wrong with its settings at once. */
abstract class DiscoveryGroup extends ContractGroup {

    DiscoveryGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("the provider's class says of which type it is")
    void type_isAnnotated() {
        assertThat(Providers.type(vault.provider())).matches("[a-z0-9][a-z0-9-]{0,31}");
    }

    @Needs(Capability.DISCOVERY)
    @Test
    @DisplayName("a service loader finds it, once")
    void serviceLoader_findsTheProviderOnce() {
        assertThat(ServiceLoader.load(VaultProvider.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .filter(type -> type.isAnnotationPresent(VaultType.class))
                        .filter(type ->
                                type.getAnnotation(VaultType.class).value().equals(Providers.type(vault.provider()))))
                .<Class<?>>map(type -> type)
                .containsExactly(vault.provider().getClass());
    }

    @Needs(Capability.DISCOVERY)
    @Test
    @DisplayName("the services file names what the module declaration names")
    void servicesFile_equalsTheModuleDeclaration() throws Exception {
        List<String> services = Providers.servicesFile(vault.provider());
        Optional<ModuleDescriptor> module = Providers.module(vault.provider());
        assertThat(services).contains(vault.provider().getClass().getName()).doesNotHaveDuplicates();
        assertThat(module).as("the module declaration beside the services file").isPresent();
        assertThat(module.orElseThrow().provides().stream()
                        .filter(provides -> provides.service().equals(VaultProvider.class.getName()))
                        .map(ModuleDescriptor.Provides::providers)
                        .flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(services);
    }

    @Needs(Capability.DISCOVERY)
    @Test
    @DisplayName("looking for providers initialises none")
    void discovery_isInert() throws Exception {
        InertDiscovery.Outcome outcome = InertDiscovery.run();
        assertThat(outcome.types()).contains(Providers.type(vault.provider()));
        assertThat(outcome.initialised())
                .as("classes that were initialised by it")
                .doesNotContain(vault.provider().getClass().getName());
    }

    @Test
    @DisplayName("it describes itself with the same words each time")
    void descriptor_twice_isTheSame() {
        ProviderDescriptor first = vault.provider().descriptor();
        ProviderDescriptor second = vault.provider().descriptor();
        assertThat(first.title()).isNotBlank().isEqualTo(second.title());
        assertThat(names(first)).doesNotHaveDuplicates().isEqualTo(names(second));
        assertThat(first.credentials()).isEqualTo(second.credentials());
        assertThat(first.administration()).isEqualTo(second.administration());
    }

    @Test
    @DisplayName("each setting is described by a sentence")
    void descriptor_settings_areDescribed() {
        assertThat(vault.provider().descriptor().settings())
                .allSatisfy(setting ->
                        assertThat(setting.description()).as(setting.name()).endsWith("."));
    }

    @Test
    @DisplayName("settings that are used here are among those that it describes, and all that must be given are there")
    void settings_areDescribed() {
        ProviderDescriptor descriptor = vault.provider().descriptor();
        assertThat(names(descriptor)).containsAll(vault.settings().asMap().keySet());
        assertThat(vault.settings().asMap().keySet())
                .containsAll(descriptor.settings().stream()
                        .filter(SettingDescriptor::isRequired)
                        .map(SettingDescriptor::name)
                        .toList());
    }

    @Needs(Capability.SETTINGS)
    @Test
    @DisplayName("all that is wrong with its settings is reported at once, and no value is repeated")
    void open_wrongSettings_reportsAllAtOnce() {
        Map<String, String> wrong = vault.wrongSettings();
        Settings settings = vault.settings();
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            settings = settings.with(each.getKey(), each.getValue());
        }
        ConfigurationException refusal = refusal(settings);
        assertThat(wrong.keySet()).allSatisfy(name -> assertThat(refusal.problems())
                .as("problems of the setting " + name)
                .anyMatch(problem -> problem.contains(name)));
    }

    @Needs(Capability.SETTINGS)
    @Test
    @DisplayName("each of its settings can be wrong by itself")
    void open_oneWrongSetting_isRefused() {
        vault.wrongSettings().forEach((name, value) -> assertThat(
                        refusal(vault.settings().with(name, value)).problems())
                .as("problems of the setting " + name)
                .hasSize(1));
    }

    private ConfigurationException refusal(Settings settings) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class,
                () -> vault.provider().open(settings).close());
        assertThat(refusal).as("the refusal of wrong settings").isNotNull();
        return canary().see(refusal);
    }

    private static List<String> names(ProviderDescriptor descriptor) {
        return descriptor.settings().stream().map(SettingDescriptor::name).toList();
    }
}
