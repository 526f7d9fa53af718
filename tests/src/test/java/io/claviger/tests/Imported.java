package io.claviger.tests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The compiled classes that the rules look at. */
final class Imported {

    private static final String PLANTED = "/planted/";
    // what jcstress and JMH make of our classes is not ours
    private static final List<String> GENERATED = List.of("_jcstress", "/jmh_generated/");

    private Imported() {}

    static JavaClasses main(List<ReactorModule> modules) {
        return of(modules.stream().map(ReactorModule::classes).toList());
    }

    /** Main and test classes, without those that are generated or break a rule on purpose. */
    static JavaClasses mainAndTest(List<ReactorModule> modules) {
        return of(modules.stream()
                .map(ReactorModule::mainAndTestClasses)
                .flatMap(Collection::stream)
                .toList());
    }

    private static JavaClasses of(List<Path> directories) {
        return new ClassFileImporter()
                .withImportOption(location ->
                        !location.contains(PLANTED) && GENERATED.stream().noneMatch(location::contains))
                .importPaths(directories);
    }

    /** Classes that break a rule on purpose, to see that the rule notices. */
    static JavaClasses planted(Class<?>... classes) {
        return new ClassFileImporter().importClasses(classes);
    }
}
