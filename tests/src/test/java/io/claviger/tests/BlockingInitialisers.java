package io.claviger.tests;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for class initialisers that reach something that may block: by themselves, or by what they call in our own
 * code. Whatever they refer to counts as called, a lambda's body too, and a method of a type as called on each subtype.
 */
final class BlockingInitialisers {

    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

    private BlockingInitialisers() {}

    /** Returns each class whose initialiser may block, with where it does. */
    static List<String> in(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getStaticInitializer().stream())
                .flatMap(initialiser -> new BlockingInitialisers().reachedFrom(initialiser))
                .sorted()
                .toList();
    }

    private Stream<String> reachedFrom(JavaCodeUnit initialiser) {
        follow(initialiser);
        Stream.Builder<String> found = Stream.builder();
        while (!open.isEmpty()) {
            JavaCodeUnit current = open.remove();
            targets(current).forEach(target -> {
                if (BlockingCalls.contain(target)) {
                    found.add(initialiser.getOwner().getName() + " by " + current.getFullName() + ": "
                            + target.getFullName());
                } else {
                    candidates(target).forEach(this::follow);
                }
            });
        }
        return found.build();
    }

    private void follow(JavaCodeUnit unit) {
        if (seen.add(unit)) {
            open.add(unit);
        }
    }

    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(JavaCall::getTarget),
                unit.getCodeUnitReferencesFromSelf().stream().map(JavaCodeUnitReference::getTarget));
    }

    // what is not ours has no calls here, and so ends the search
    private static Stream<JavaCodeUnit> candidates(CodeUnitAccessTarget target) {
        Stream<JavaCodeUnit> named = target.resolveMember().map(JavaCodeUnit.class::cast).stream();
        if (!isOwn(target.getOwner())) {
            return named;
        }
        Stream<JavaCodeUnit> overriding =
                target.getOwner().getAllSubclasses().stream().flatMap(subtype -> method(subtype, target));
        return Stream.concat(named, overriding);
    }

    private static boolean isOwn(JavaClass type) {
        return type.getName().startsWith("io.claviger.");
    }

    private static Stream<JavaCodeUnit> method(JavaClass type, CodeUnitAccessTarget target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return type.tryGetMethod(target.getName(), parameters).map(JavaCodeUnit.class::cast).stream();
    }
}
