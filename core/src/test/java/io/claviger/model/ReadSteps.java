package io.claviger.model;

import com.google.common.base.Splitter;
import io.claviger.Rendering;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.UnresolvedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps that read. */
final class ReadSteps {

    private static final String BETWEEN = "|";

    private ReadSteps() {}

    /** How one thing is read. */
    enum Way {
        RESOLVE,
        ATTEMPT,
        ASYNC
    }

    /** A name. */
    record Resolve(Reader reader, String name, Way way) implements Step {

        @Override
        public Answer run(Subject subject) {
            SecretResolver secrets = subject.resolver(reader);
            return switch (way) {
                case RESOLVE -> Answers.value(subject, name, () -> secrets.resolve(name));
                case ASYNC -> Answers.value(subject, name, Answers.joined(() -> secrets.resolveAsync(name)));
                case ATTEMPT -> new Answer.Results(Map.of(name, Answers.outcome(subject, secrets.attempt(name))));
            };
        }

        @Override
        public void judge(Model model, Observed seen) {
            Wanted wanted =
                    way == Way.ATTEMPT ? Wanted.attempted(model, reader, name) : Wanted.name(model, reader, name);
            new Reading(model, reader, List.of(wanted)).judge(seen);
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }

    /** A reference that is written directly. */
    record ResolveDirect(Reader reader, Place place, Way way) implements Step {

        @Override
        public Answer run(Subject subject) {
            SecretResolver secrets = subject.resolver(reader);
            String label = place.toString();
            return switch (way) {
                case RESOLVE -> Answers.value(subject, label, () -> secrets.resolve(place.reference()));
                case ASYNC ->
                    Answers.value(subject, label, Answers.joined(() -> secrets.resolveAsync(place.reference())));
                case ATTEMPT ->
                    new Answer.Results(Map.of(label, Answers.outcome(subject, secrets.attempt(place.reference()))));
            };
        }

        @Override
        public void judge(Model model, Observed seen) {
            new Reading(model, reader, List.of(Wanted.direct(model, reader, place))).judge(seen);
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }

    /** Several names at once. */
    record ResolveAll(Reader reader, List<String> names) implements Step {

        @Override
        public Answer run(Subject subject) {
            Map<String, String> each = new HashMap<>();
            subject.resolver(reader)
                    .resolveAll(names)
                    .forEach((name, resolution) -> each.put(name, Answers.outcome(subject, resolution)));
            return new Answer.Results(each);
        }

        @Override
        public void judge(Model model, Observed seen) {
            new Reading(
                            model,
                            reader,
                            names.stream()
                                    .map(name -> Wanted.attempted(model, reader, name))
                                    .toList())
                    .judge(seen);
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }

    /** A text with several names and a direct reference in it. */
    record Render(Reader reader, List<String> names, Place place) implements Step {

        @Override
        public Answer run(Subject subject) {
            List<String> labels = labels();
            try {
                Rendering rendering = subject.resolver(reader).render(text(labels));
                subject.spill.look(rendering);
                List<String> texts = Splitter.on(BETWEEN).splitToList(rendering.revealText());
                Map<String, String> each = new HashMap<>();
                for (int i = 0; i < texts.size(); i++) {
                    each.put(labels.get(i), texts.get(i));
                }
                return new Answer.Results(each);
            } catch (UnresolvedException e) {
                subject.spill.lookAt(e);
                return new Answer.Failed(Answers.failures(e));
            }
        }

        private static String text(List<String> labels) {
            return labels.stream()
                    .map(label -> label.startsWith("vault://") ? "{{" + label + "}}" : "{{vault:" + label + "}}")
                    .collect(Collectors.joining(BETWEEN));
        }

        private List<String> labels() {
            LinkedHashSet<String> labels = new LinkedHashSet<>(names);
            if (place != null) {
                labels.add(place.toString());
            }
            return List.copyOf(labels);
        }

        @Override
        public void judge(Model model, Observed seen) {
            List<Wanted> wanted = new ArrayList<>();
            names.forEach(name -> wanted.add(Wanted.name(model, reader, name)));
            if (place != null) {
                wanted.add(Wanted.direct(model, reader, place));
            }
            new Reading(model, reader, wanted).judge(seen);
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }

    /** Takes a handle, which reads nothing. */
    record Bind(int number, Reader reader, String name) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.handles.put(number, subject.resolver(reader).bind(name));
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expect(seen, Answer.DONE);
            model.expectNoContact(seen);
            model.handles.put(number, new Model.Bound(reader, name));
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }

    /** Reads a handle that was taken earlier, whatever has happened since. */
    record ReadHandle(int number) implements Step {

        @Override
        public Answer run(Subject subject) {
            SecretHandle handle = subject.handles.get(number);
            return handle == null ? Answer.DONE : Answers.value(subject, handle.name(), handle::get);
        }

        @Override
        public void judge(Model model, Observed seen) {
            Model.Bound bound = model.handles.get(number);
            if (bound == null) {
                model.expect(seen, Answer.DONE);
            } else {
                Wanted wanted = Wanted.name(model, bound.reader(), bound.name());
                new Reading(model, bound.reader(), List.of(wanted)).judge(seen);
            }
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }
}
