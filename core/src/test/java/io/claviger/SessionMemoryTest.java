package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.io.File;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S1: nothing about a session or a value survives, and no API hands credentials out again")
class SessionMemoryTest {

    private static final Set<Class<?>> MATERIAL = Set.of(Credentials.class, CredentialSource.class);

    // where credentials and sources of them come from; nothing that holds them gives them back
    private static final Set<Class<?>> ORIGINS = Set.of(Credentials.class, CredentialSource.class);

    @Test
    void manager_thatIsNew_knowsNothingOfTheOneBefore() {
        FakeVault vault = new FakeVault();
        try (Fixture before = new Fixture(vault, builder -> builder).linked("token", "token", "value")) {
            before.resolve("token");
        }

        try (IntegrationManager after = IntegrationManager.builder()
                .discovery(false)
                .provider(vault)
                .executor(Runnable::run)
                .build()) {
            assertThat(after.integrations()).isEmpty();
            assertThat(after.links()).isEmpty();
            assertThat(after.cache().contents()).isEmpty();
            assertThat(after.resolver().attempt("token").reason()).contains(Reason.NOT_LINKED);
            assertThat(after.resolver()
                            .attempt(SecretReference.of("team", "token"))
                            .reason())
                    .contains(Reason.DISCONNECTED);
        }
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void disconnectedIntegration_connectedAgainWithAnEmptySource_hasNoSessionOfBefore() {
        try (Fixture fixture = new Fixture().linked("token", "token", "value")) {
            fixture.resolve("token");
            fixture.manager.disconnect("team");
            CredentialSource spent = Fixture.once("robot");
            assertThat(spent.next()).isPresent();

            fixture.manager.connect("team", "fake", Settings.empty(), spent);

            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
            assertThat(fixture.vault.logins).hasValue(1);
        }
    }

    @Test
    void publicTypes_exceptExceptionsAndEnums_areNotSerializable() throws Exception {
        assertThat(exported())
                .filteredOn(Serializable.class::isAssignableFrom)
                .filteredOn(type -> !Throwable.class.isAssignableFrom(type))
                .filteredOn(type -> !type.isEnum())
                .isEmpty();
    }

    @Test
    void publicMethods_exceptThoseThatMakeCredentials_returnNone() throws Exception {
        assertThat(exported())
                .filteredOn(type -> !ORIGINS.contains(type))
                .flatMap(type -> Arrays.asList(type.getMethods()))
                .filteredOn(method -> returnsMaterial(method))
                .isEmpty();
    }

    @Test
    void search_forWhatReturnsCredentials_findsWhatIsThere() throws Exception {
        assertThat(exported())
                .contains(
                        IntegrationManager.class, VaultIntegration.class, VaultClient.class, ProviderDescriptor.class);
        assertThat(CredentialSource.class.getMethods()).anyMatch(method -> returnsMaterial(method));
        assertThat(HasLeak.class.getMethods()).anyMatch(method -> returnsMaterial(method));
    }

    @Test
    void integration_seenByTheHost_hasNoPartThatCouldHoldCredentials() {
        for (Constructor<?> constructor : VaultIntegration.class.getConstructors()) {
            assertThat(constructor.getGenericParameterTypes())
                    .extracting(Type::getTypeName)
                    .containsExactly(
                            String.class.getName(),
                            String.class.getName(),
                            Owner.class.getName(),
                            Settings.class.getName(),
                            IntegrationScope.class.getName(),
                            AllowedDomains.class.getName(),
                            IntegrationState.class.getName(),
                            Reachability.class.getName(),
                            "java.util.Optional<java.time.Instant>",
                            "long");
        }
    }

    private static boolean returnsMaterial(Executable executable) {
        return executable instanceof Method method
                && MATERIAL.stream()
                        .anyMatch(kind -> kind.isAssignableFrom(method.getReturnType())
                                || method.getGenericReturnType().getTypeName().contains("<" + kind.getName() + ">"));
    }

    // what hosts and provider authors can see, found as it was compiled
    private static List<Class<?>> exported() throws Exception {
        Path classes = Path.of(IntegrationManager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        for (String folder : List.of("io/claviger", "io/claviger/event", "io/claviger/spi")) {
            File[] files = classes.resolve(folder).toFile().listFiles((dir, name) -> name.endsWith(".class"));
            for (File file : files == null ? new File[0] : files) {
                String simple = file.getName().substring(0, file.getName().length() - ".class".length());
                found.add(Class.forName(folder.replace('/', '.') + "." + simple));
            }
        }
        return found.stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .toList();
    }

    /** What the search must find. */
    public interface HasLeak {
        Credentials leak();
    }
}
