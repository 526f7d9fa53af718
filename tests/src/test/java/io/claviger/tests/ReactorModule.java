package io.claviger.tests;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One folder of the build with its compiled classes. */
record ReactorModule(String name, Path directory) {

    boolean isCore() {
        return name.equals("core");
    }

    boolean isProvider() {
        return name.startsWith("provider-");
    }

    boolean isTestKit() {
        return name.equals("testkit");
    }

    boolean hasSources() {
        return Files.isDirectory(directory.resolve("src/main/java"));
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    List<Path> mainAndTestClasses() {
        return Stream.of(classes(), directory.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    Optional<ModuleDescriptor> descriptor() {
        return ModuleFinder.of(classes()).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst();
    }

    List<String> exportedPackages() {
        return descriptor().stream()
                .flatMap(descriptor -> descriptor.exports().stream())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
    }
}
