package io.claviger.testkit.contract;

import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the class of a provider, and what it was loaded from, says about it. */
final class Providers {

    private Providers() {}

    static String type(VaultProvider provider) {
        VaultType type = provider.getClass().getAnnotation(VaultType.class);
        if (type == null) {
            throw new AssertionError(provider.getClass().getName() + " has no @VaultType");
        }
        return type.value();
    }

    /** Returns the classes that the services file beside a provider names. */
    static List<String> servicesFile(VaultProvider provider) throws IOException {
        Optional<InputStream> file = beside(provider, "META-INF/services/" + VaultProvider.class.getName());
        try (InputStream content = file.orElse(InputStream.nullInputStream())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** Returns the declaration of the module beside a provider; empty if it is in no named module. */
    static Optional<ModuleDescriptor> module(VaultProvider provider) throws IOException {
        Optional<InputStream> file = beside(provider, "module-info.class");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = file.get()) {
            return Optional.of(ModuleDescriptor.read(content));
        }
    }

    private static Optional<InputStream> beside(VaultProvider provider, String name) throws IOException {
        URL location = provider.getClass().getProtectionDomain().getCodeSource().getLocation();
        try {
            URI root = location.toURI();
            URI entry = root.getPath().endsWith("/") ? root.resolve(name) : URI.create("jar:" + root + "!/" + name);
            return Optional.of(entry.toURL().openStream());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
