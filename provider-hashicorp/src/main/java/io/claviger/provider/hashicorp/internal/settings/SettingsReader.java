package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Reads settings one by one. No message repeats a value: a secret may have been put there by mistake. */
final class SettingsReader {

    /** Stands for an address that is wrong until that is reported. */
    private static final URI NOWHERE = URI.create("https://invalid.");

    private static final String DEFAULT_AUTH_MOUNT = "approle";

    private final Settings settings;

    private SettingsReader(Settings settings) {
        this.settings = settings;
    }

    static HashicorpSettings read(Settings settings) {
        SettingsReader reader = new SettingsReader(settings);
        Problems problems = new Problems();
        boolean plain = problems.collect(reader::plainHttpAllowed, false);
        HashicorpSettings checked = new HashicorpSettings(
                problems.collect(() -> reader.address(plain), NOWHERE),
                plain,
                problems.collect(reader::namespace, Optional.empty()),
                problems.collect(reader::authMount, List.of()),
                problems.collect(reader::kvVersion, Optional.empty()),
                problems.collect(reader::trust, Optional.empty()));
        problems.report();
        return checked;
    }

    private boolean plainHttpAllowed() {
        return switch (settings.get("allow-plain-http").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigurationException("The setting allow-plain-http is neither true nor false.");
        };
    }

    private URI address(boolean plainAllowed) {
        String text = settings.get("address")
                .orElseThrow(() -> new ConfigurationException(
                        "The setting address is missing; give the address of the server, https://vault.example:8200"
                                + " for example."));
        return Address.parse(text, plainAllowed);
    }

    private Optional<String> namespace() {
        return settings.get("namespace")
                .map(text -> String.join("/", Slashed.segments("namespace", text)))
                .filter(name -> !name.isEmpty() && !name.equals("root"));
    }

    private List<String> authMount() {
        List<String> segments =
                Slashed.segments("auth-mount", settings.get("auth-mount").orElse(DEFAULT_AUTH_MOUNT));
        if (segments.isEmpty()) {
            throw new ConfigurationException("The setting auth-mount is empty; leave it out or name the path.");
        }
        return segments;
    }

    private Optional<KvVersion> kvVersion() {
        return settings.get("kv-version").map(text -> switch (text) {
            case "1" -> KvVersion.ONE;
            case "2" -> KvVersion.TWO;
            default -> throw new ConfigurationException("The setting kv-version is neither 1 nor 2.");
        });
    }

    private Optional<SSLContext> trust() {
        return settings.get("ca-file").map(Trust::ofPem);
    }
}
