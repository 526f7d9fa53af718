package io.claviger.tests;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module and all that it requires are loaded from, picked from the class path of these tests. */
final class ModulePath {

    private final Map<String, ModuleReference> known = new LinkedHashMap<>();
    private final Map<String, Path> needed = new LinkedHashMap<>();

    private ModulePath() {
        classPath()
                .flatMap(ModulePath::moduleIn)
                .forEach(found -> known.put(found.descriptor().name(), found));
    }

    static String of(String module) {
        ModulePath path = new ModulePath();
        path.add(module);
        return path.needed.values().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void add(String root) {
        Deque<String> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (known.containsKey(name) && !needed.containsKey(name)) {
                needed.put(name, Path.of(known.get(name).location().orElseThrow()));
                known.get(name).descriptor().requires().stream()
                        .map(ModuleDescriptor.Requires::name)
                        .forEach(open::add);
            }
        }
    }

    private static Stream<Path> classPath() {
        String path = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of);
    }

    private static Stream<ModuleReference> moduleIn(Path entry) {
        try {
            return ModuleFinder.of(entry).findAll().stream();
        } catch (FindException namelessJar) {
            return Stream.empty();
        }
    }
}
