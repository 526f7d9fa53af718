package io.claviger.testkit.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What everybody can make of an object: its text, and what serializers make of it. */
final class Prints {

    private final Evidence evidence;

    Prints(Evidence evidence) {
        this.evidence = evidence;
    }

    void of(Object object) {
        evidence.add("toString of " + name(object), String.valueOf(object));
        add("what Java serialization makes of ", object, Prints::serialized);
        if (Classes.present("com.fasterxml.jackson.databind.ObjectMapper")) {
            add("what Jackson makes of ", object, JacksonPrint::of);
        }
        if (Classes.present("com.google.gson.Gson")) {
            add("what Gson makes of ", object, GsonPrint::of);
        }
        if (object instanceof Throwable thrown) {
            chain(thrown);
        }
        if (object instanceof CompletionStage<?> stage) {
            failure(stage);
        }
    }

    // of one that is not done yet, nobody else sees anything either
    private void failure(CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        if (future.isCompletedExceptionally()) {
            var unused = future.exceptionally(thrown -> {
                chain(thrown);
                return null;
            });
        }
    }

    /** Causes and suppressed exceptions, each for itself: a printed trace leaves out what a class prints otherwise. */
    private void chain(Throwable thrown) {
        evidence.add("the stack trace of " + name(thrown), LogLine.trace(thrown));
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        while (!open.isEmpty()) {
            Throwable each = open.remove();
            if (known.add(each)) {
                evidence.add("the text of " + name(each), each.getMessage() + "\n" + each.getLocalizedMessage());
                if (each.getCause() != null) {
                    open.add(each.getCause());
                }
                open.addAll(java.util.List.of(each.getSuppressed()));
            }
        }
    }

    // whatever a serializer cannot do, its complaint is looked at instead
    @SuppressWarnings("CatchingUnchecked")
    private void add(String what, Object object, Print print) {
        try {
            evidence.add(what + name(object), print.of(object));
        } catch (Exception | StackOverflowError | LinkageError e) {
            evidence.add(what + name(object), LogLine.trace(e));
        }
    }

    private static String serialized(Object object) throws IOException {
        if (!(object instanceof Serializable)) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String name(Object object) {
        return object.getClass().getName();
    }

    /** One way to print an object. */
    @FunctionalInterface
    interface Print {

        String of(Object object) throws Exception;
    }
}
