package io.claviger.testkit.contract;

import java.io.File;
import java.util.Optional;

/** What another virtual machine needs to run the same tests. */
final class ClassPaths {

    private ClassPaths() {}

    /** Surefire hides it behind a jar that has a manifest and nothing else. */
    static String ofTests() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path")
                        + File.pathSeparator
                        + Optional.ofNullable(System.getProperty("jdk.module.path"))
                                .orElse(""));
    }
}
