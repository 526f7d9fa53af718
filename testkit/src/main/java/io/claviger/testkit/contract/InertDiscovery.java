package io.claviger.testkit.contract;

import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for providers in a virtual machine of its own, which says which classes it initialises. */
final class InertDiscovery {

    private static final String TYPE = "vault-type ";
    private static final Pattern INITIALISED = Pattern.compile("Initializing '([^']+)'");

    private InertDiscovery() {}

    static Outcome run() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init=info",
                        "-cp",
                        ClassPaths.ofTests(),
                        InertDiscovery.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return outcome(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Outcome outcome(String output) {
        List<String> types = new ArrayList<>();
        List<String> initialised = new ArrayList<>();
        output.lines().forEach(line -> {
            Matcher matcher = INITIALISED.matcher(line);
            if (line.startsWith(TYPE)) {
                types.add(line.substring(TYPE.length()));
            } else if (matcher.find()) {
                initialised.add(matcher.group(1).replace('/', '.'));
            }
        });
        return new Outcome(types, initialised);
    }

    /**
     * What the other machine said.
     *
     * @param types the types of vaults that it found
     * @param initialised the classes that it initialised
     */
    record Outcome(List<String> types, List<String> initialised) {}

    /**
     * Looks for providers and uses none.
     *
     * @param arguments none
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        ServiceLoader.load(VaultProvider.class).stream()
                .map(provider -> provider.type().getAnnotation(VaultType.class))
                .forEach(type -> System.out.println(TYPE + type.value()));
    }
}
