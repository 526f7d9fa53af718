package io.claviger.model;

import io.claviger.AccessRefusedException;
import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.UnresolvedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Puts what the product returns and throws into answers. */
final class Answers {

    private Answers() {}

    static Answer of(Step step, Subject subject) {
        try {
            return step.run(subject);
        } catch (AccessRefusedException e) {
            subject.spill.lookAt(e);
            return Answer.refused(e.operation());
        } catch (ConfigurationException e) {
            subject.spill.lookAt(e);
            return Answer.INVALID;
        } catch (UnresolvedException e) {
            subject.spill.lookAt(e);
            return Answer.failed(e.reason());
        }
    }

    /** One value, or the reason why there is none. */
    static Answer value(Subject subject, String label, Supplier<SecretValue> read) {
        try {
            return new Answer.Results(Map.of(label, text(subject, read.get())));
        } catch (UnresolvedException e) {
            subject.spill.lookAt(e);
            return new Answer.Results(failures(e));
        }
    }

    /** The same of a future. */
    static Supplier<SecretValue> joined(Supplier<? extends CompletableFuture<SecretValue>> start) {
        return () -> {
            try {
                return start.get().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    static String text(Subject subject, SecretValue value) {
        subject.spill.look(value);
        return value.revealText();
    }

    static String outcome(Subject subject, Resolution resolution) {
        subject.spill.look(resolution);
        return resolution
                .value()
                .map(value -> text(subject, value))
                .orElseGet(() -> resolution.reason().map(Reason::name).orElseThrow());
    }

    static Map<String, String> failures(UnresolvedException e) {
        Map<String, String> reasons = new HashMap<>();
        e.failures()
                .forEach(failure -> reasons.put(
                        failure.subject(), failure.reason().map(Reason::name).orElseThrow()));
        return reasons;
    }
}
