package io.claviger.tests.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A jar of classes that are compiled for it, and a services file. */
final class PlantedJar {

    private static final String SERVICES = "META-INF/services/io.claviger.spi.VaultProvider";

    private final String name;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private String services = "";

    PlantedJar(String name) {
        this.name = name;
    }

    /** Compiles a class and puts it in. */
    PlantedJar with(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** Compiles a class that the others need, in place of the one that the host has, and leaves it out. */
    PlantedJar compiledAgainst(String className, String source) {
        left.add(className.replace('.', '/'));
        return with(className, source);
    }

    /** Lists a class in the services file, whether it is there or not. */
    PlantedJar listing(String className) {
        services += className + "\n";
        return this;
    }

    Path in(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        compile(classes);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each : compiled.filter(Files::isRegularFile).toList()) {
                String entry = classes.relativize(each).toString().replace('\\', '/');
                if (left.stream().noneMatch(prefix -> entry.startsWith(prefix))) {
                    put(out, entry, Files.readAllBytes(each));
                }
            }
            put(out, SERVICES, services.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, String entry, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(content);
        out.closeEntry();
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((type, source) -> units.add(new Source(type, source)));
            List<String> options = List.of("-cp", classPath(), "-proc:none");
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
