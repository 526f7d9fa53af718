package io.claviger.model;

import io.claviger.IntegrationManager;
import io.claviger.model.Sighting.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** One who changes things step by step, and readers who read all the while. */
final class Race {

    private static final int READERS = 2;
    private static final int MOST_SIGHTINGS = 2_000;

    private final Seed seed;
    private final Options options;
    private final List<Step> steps;
    private final List<Probe> probes;
    private final List<Place> places;
    private final UnaryOperator<IntegrationManager> doctor;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    // before the first step, and after each
    private final List<Instant> instants = new ArrayList<>();

    Race(Seed seed, Options options, List<Step> steps, List<Probe> probes, UnaryOperator<IntegrationManager> doctor) {
        this.doctor = doctor;
        this.seed = seed;
        this.options = options;
        this.steps = steps;
        this.probes = probes;
        this.places = steps.stream()
                .flatMap(step -> step.places().stream())
                .distinct()
                .toList();
    }

    // yielding only has threads meet more often: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    void run(Executor threads) {
        try (Subject subject = new Subject(options, doctor)) {
            subject.world.pause = Thread::yield;
            BlindModel model = new BlindModel(options, subject.world);
            Recollection recollection = new Recollection();
            instants.add(now(model, recollection));
            probes.forEach(probe -> bind(subject, probe));
            List<CompletableFuture<List<Sighting>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                SplittableRandom random = new SplittableRandom(seed.number() * READERS + i);
                readers.add(CompletableFuture.supplyAsync(() -> read(subject, random), threads));
            }
            try {
                steps.forEach(step -> change(subject, model, recollection, step));
            } finally {
                over.set(Integer.MAX_VALUE);
            }
            readers.stream().map(CompletableFuture::join).flatMap(List::stream).forEach(this::judge);
            end(subject);
        }
    }

    private void bind(Subject subject, Probe probe) {
        if (probe.step() instanceof ReadSteps.ReadHandle handle) {
            Answers.of(
                    new ReadSteps.Bind(
                            handle.number(), probe.reader(), probe.names().get(0)),
                    subject);
        }
    }

    private void change(Subject subject, BlindModel model, Recollection recollection, Step step) {
        begun.incrementAndGet();
        Answer answer = Answers.of(step, subject);
        try {
            step.judge(model, new Observed(answer, List.of(), List.of()));
        } catch (Disagreement e) {
            throw new AssertionError(told(step + ": " + e.getMessage()), e);
        }
        instants.add(now(model, recollection));
        over.incrementAndGet();
    }

    private Instant now(BlindModel model, Recollection recollection) {
        model.readEverything(recollection);
        return Instant.of(model, recollection, probes, places);
    }

    private List<Sighting> read(Subject subject, SplittableRandom random) {
        List<Sighting> sightings = new ArrayList<>();
        int from = over.get();
        while (from < steps.size() && sightings.size() < MOST_SIGHTINGS) {
            Probe probe = probes.get(random.nextInt(probes.size()));
            Answer answer = Answers.of(probe.step(), subject);
            sightings.add(new Sighting(probe, from, begun.get(), answer));
            from = over.get();
        }
        return sightings;
    }

    private void judge(Sighting sighting) {
        List<Instant> possible = instants.subList(sighting.from(), sighting.to() + 1);
        boolean leaving =
                steps.subList(sighting.from(), sighting.to()).stream().anyMatch(ActorSteps.Forget.class::isInstance);
        if (!new Verdict(sighting, possible, leaving).right()) {
            throw new AssertionError(told("what was never right: " + sighting));
        }
    }

    private void end(Subject subject) {
        subject.close();
        boolean open = subject.world.sessions.stream().anyMatch(WorldSession::leftOpen);
        if (open || subject.world.opened.get() != subject.world.closed.get()) {
            throw new AssertionError(told("a session or a client was left open at the end"));
        }
        if (!subject.spill.found().isEmpty()) {
            throw new AssertionError(told("a secret shows in " + subject.spill.found()));
        }
    }

    private String told(String what) {
        StringBuilder told = new StringBuilder("Race " + seed.number() + " with " + options + ":");
        for (int i = 0; i < Math.min(begun.get(), steps.size()); i++) {
            told.append("\n  ").append(i + 1).append(' ').append(steps.get(i));
        }
        return told.append('\n')
                .append(what)
                .append("\nRun it again with -Dmodel.race=")
                .append(seed.number())
                .toString();
    }
}
