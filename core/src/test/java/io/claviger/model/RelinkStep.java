package io.claviger.model;

import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.Relink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several links point elsewhere, all in one step or none. */
record RelinkStep(Who who, List<Move> moves) implements Step {

    /** One of them: where to, what it is expected to replace, and whether there has to be a value. */
    record Move(LinkKey key, Place place, Place expected, boolean verified) {

        Relink relink() {
            Relink plain = Relink.of(key.id(), place.reference());
            Relink expecting = expected == null ? plain : plain.expecting(expected.reference());
            return verified ? expecting.verified() : expecting;
        }
    }

    @Override
    public Answer run(Subject subject) {
        List<Link> links =
                subject.as(who).relink(moves.stream().map(Move::relink).toList());
        return Answer.done(links.stream().map(LinkSteps::shown).toList());
    }

    @Override
    public void judge(Model model, Observed seen) {
        Reader reader = new Reader(who, "", Target.UNNAMED);
        List<Wanted> proofs = moves.stream()
                .filter(Move::verified)
                .map(move -> Wanted.proof(model, who, move.place()))
                .toList();
        Set<Answer> refusals = refusals(model);
        if (!refusals.isEmpty()) {
            model.expectNoContact(seen);
            model.expect(seen, refusals);
        } else if (moves.stream().anyMatch(move -> LinkSteps.Targets.misfit(model, move.place()))) {
            model.expectNoContact(seen);
            model.expect(seen, Answer.INVALID);
        } else {
            Proof proof = new Proof(model, reader, proofs);
            proof.follow(seen.contacts());
            conclude(model, seen, proof);
        }
    }

    private Set<Answer> refusals(Model model) {
        Set<Answer> refusals = new HashSet<>();
        for (Move move : moves) {
            Operation change = Rights.change(who, move.key());
            if (!model.permits(who, change)) {
                refusals.add(Answer.refused(change));
            }
            if (!model.permits(who, Operation.RESOLVE_NAME, move.place().alias())) {
                refusals.add(Answer.refused(Operation.RESOLVE_NAME));
            }
        }
        return refusals;
    }

    private void conclude(Model model, Observed seen, Proof proof) {
        boolean outdated = moves.stream().anyMatch(move -> outdated(model, move));
        Set<Reason> failures = proof.failures();
        if (outdated || !failures.isEmpty()) {
            Set<Answer> answers = new HashSet<>();
            failures.forEach(reason -> answers.add(Answer.failed(reason)));
            if (outdated) {
                answers.add(Answer.INVALID);
            }
            model.expect(seen, answers);
            return;
        }
        List<String> links = moves.stream()
                .map(move -> LinkSteps.shown(
                        model.links.get(move.key()).at(move.place()).link(move.key())))
                .toList();
        model.expect(seen, Answer.done(links));
        moves.forEach(move -> move(model, move));
    }

    private static boolean outdated(Model model, Move move) {
        ModelLink link = model.links.get(move.key());
        return link == null || (move.expected() != null && !move.expected().equals(link.place()));
    }

    private static void move(Model model, Move move) {
        ModelLink link = model.links.get(move.key());
        model.drop(link.place());
        model.drop(move.place());
        model.links.put(move.key(), link.at(move.place()));
    }

    @Override
    public boolean independentOfReads() {
        return moves.stream().noneMatch(Move::verified);
    }

    @Override
    public List<Place> places() {
        return moves.stream().map(Move::place).toList();
    }
}
