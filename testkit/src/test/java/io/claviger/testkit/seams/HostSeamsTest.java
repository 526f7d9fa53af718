package io.claviger.testkit.seams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.claviger.IntegrationManager;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever the library hands to a host can be mocked, or made, by the host's tests")
class HostSeamsTest {

    private static final String CORE = "io.claviger.core";

    static List<Class<?>> types() throws IOException, URISyntaxException {
        Path core = Path.of(IntegrationManager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ModuleReader reader =
                ModuleFinder.of(core).find(CORE).orElseThrow().open()) {
            return reader.list()
                    .filter(name -> name.matches("io/claviger/((event|spi)/)?[A-Za-z]+[.]class"))
                    .<Class<?>>map(HostSeamsTest::type)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .filter(type -> !type.isAnnotation())
                    .toList();
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Class<?>> interfaces() throws IOException, URISyntaxException {
        return types().stream().filter(Class::isInterface);
    }

    static Stream<Class<?>> others() throws IOException, URISyntaxException {
        return types().stream().filter(type -> !type.isInterface());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    @DisplayName("an interface is mocked")
    void interface_isMocked(Class<?> type) {
        assertThat(mock(type)).isInstanceOf(type);
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("what is no interface has constants, a constructor, or a method that makes it")
    void otherType_isMade(Class<?> type) throws IOException, URISyntaxException {
        assertThat(type.isEnum()
                        || type.getConstructors().length > 0
                        || Modifier.isAbstract(type.getModifiers())
                        || isMadeBySomeMethod(type))
                .as("whether a test can make a %s", type.getSimpleName())
                .isTrue();
    }

    /** By a method of itself, or of an interface: directly or by a builder. */
    private static boolean isMadeBySomeMethod(Class<?> type) throws IOException, URISyntaxException {
        return Stream.concat(Stream.of(type), interfaces())
                .flatMap(maker -> Stream.of(maker.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getReturnType)
                .anyMatch(made -> made == type || builds(made, type));
    }

    private static boolean builds(Class<?> builder, Class<?> type) {
        return builder.getEnclosingClass() == type
                && Stream.of(builder.getMethods()).anyMatch(method -> method.getReturnType() == type);
    }

    @Test
    @DisplayName("the types are those of the library, not a few of them")
    void types_areAllThatTheCoreExports() throws IOException, URISyntaxException {
        assertThat(types()).hasSizeGreaterThan(70).contains(IntegrationManager.class);
        assertThat(interfaces().map(Class::getSimpleName))
                .contains("IntegrationManager", "SecretResolver", "SecretHandle", "ResolvingCache", "ScriptAccess")
                .contains("ScriptVault", "SecretWatch", "SignIn", "SetupImport", "SetupStore", "TimeSource");
    }
}
