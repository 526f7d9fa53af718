package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Spring's jars declare no modules, so nothing tells the platform what they need: this module does. Here it is loaded as
 * a module of its own layer, apart from the class path of the tests.
 */
class ModulePathTest {

    private final ModuleLayer layer = layer();
    private final ClassLoader loader = layer.findLoader("io.claviger.provider.hashicorp");

    private static ModuleLayer layer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules = boot.configuration()
                .resolve(ModuleFinder.of(modulePath()), ModuleFinder.of(), Set.of("io.claviger.provider.hashicorp"));
        return boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
    }

    private static Path[] modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Files.isRegularFile(path) || Files.exists(path.resolve("module-info.class")))
                .toArray(Path[]::new);
    }

    @Test
    void login_asANamedModule_reachesTheNetwork() throws Exception {
        Object provider =
                ServiceLoader.load(layer, type("spi.VaultProvider")).findFirst().orElseThrow();
        assertThat(provider.getClass().getModule().isNamed()).isTrue();

        Object settings = call("Settings", "of", null, "address", "http://127.0.0.1:1");
        Object client = call("spi.VaultProvider", "open", provider, settings);
        Object token = call("provider.hashicorp.HashicorpCredentials", "token", null, "t");
        Object call = call("spi.Call", "within", null, Duration.ofSeconds(10), call("TimeSource", "system", null));
        InvocationTargetException failure = catchThrowableOfType(
                InvocationTargetException.class, () -> call("spi.VaultClient", "authenticate", client, token, call));

        assertThat(failure.getCause()).hasMessageStartingWith("UNAVAILABLE: The server does not accept connections");
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass("io.claviger." + name);
    }

    private Object call(String type, String method, Object target, Object... arguments) throws Exception {
        return Arrays.stream(type(type).getMethods())
                .filter(candidate ->
                        candidate.getName().equals(method) && accepts(candidate.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow()
                .invoke(target, arguments);
    }

    private static boolean accepts(Class<?>[] parameters, Object[] arguments) {
        return parameters.length == arguments.length
                && IntStream.range(0, parameters.length).allMatch(i -> parameters[i].isInstance(arguments[i]));
    }
}
