package io.claviger.benchmarks.report;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The peers in the versions that were measured. */
public final class PeerVersions {

    private static final List<String> ARTIFACTS = List.of(
            "caffeine",
            "aws-secretsmanager-caching-java",
            "spring-vault-core",
            "smallrye-config-core",
            "kafka-clients",
            "camel-aws-secrets-manager",
            "commons-text");

    private PeerVersions() {}

    /** Returns artifacts and versions, as the names of the jars tell. */
    public static String onClassPath() {
        return of(System.getProperty("java.class.path"));
    }

    static String of(String classPath) {
        List<String> jars = Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> new File(entry).getName())
                .toList();
        return ARTIFACTS.stream().flatMap(artifact -> version(artifact, jars)).collect(Collectors.joining(", "));
    }

    private static Stream<String> version(String artifact, List<String> jars) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-(\\d.*)\\.jar");
        return jars.stream().map(name::matcher).filter(Matcher::matches).map(jar -> artifact + " " + jar.group(1));
    }
}
