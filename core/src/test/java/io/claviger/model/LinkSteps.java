package io.claviger.model;

import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Operation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Steps that change one link. */
final class LinkSteps {

    private LinkSteps() {}

    /** A new link. */
    record MakeLink(Who who, LinkKey key, Place place, boolean fallback, Domains domains) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(subject.as(who).link(link().link(key)));
        }

        private ModelLink link() {
            return ModelLink.to(place).fallback(fallback).domains(domains);
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            Operation change = Rights.change(who, key);
            if (!model.permits(who, change)) {
                model.expect(seen, Answer.refused(change));
            } else if (!model.permits(who, Operation.RESOLVE_NAME, place.alias())) {
                model.expect(seen, Answer.refused(Operation.RESOLVE_NAME));
            } else if (invalid(model)) {
                model.expect(seen, Answer.INVALID);
            } else {
                model.expect(seen, Answer.done(link().link(key)));
                model.links.put(key, link());
            }
        }

        private boolean invalid(Model model) {
            return Targets.misfit(model, place) || model.links.has(key) || model.links.shadows(key, key.owner());
        }

        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /** A link is taken away; by its plain name if it says no more. */
    record Unlink(Who who, LinkKey key, boolean byName) implements Step {

        @Override
        public Answer run(Subject subject) {
            IntegrationManager manager = subject.as(who);
            return Answer.done(byName ? manager.unlink(key.name()) : manager.unlink(key.id()));
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            LinkKey meant = byName ? Targets.plain(model, who, key.name()) : key;
            if (Targets.permitted(model, seen, who, meant)) {
                ModelLink link = model.links.remove(meant);
                model.expect(seen, Answer.done(link != null));
                if (link != null) {
                    model.drop(link.place());
                }
            }
        }
    }

    /** What of a link is set. */
    enum Flag {
        ENABLED,
        DISABLED,
        FALLBACK,
        NO_FALLBACK
    }

    /** A flag of a link. */
    record SetFlag(Who who, LinkKey key, boolean byName, Flag flag) implements Step {

        @Override
        public Answer run(Subject subject) {
            IntegrationManager manager = subject.as(who);
            boolean on = flag == Flag.ENABLED || flag == Flag.FALLBACK;
            if (flag == Flag.FALLBACK || flag == Flag.NO_FALLBACK) {
                return Answer.done(shown(manager.setFallback(key.id(), on)));
            }
            return Answer.done(shown(byName ? manager.setEnabled(key.name(), on) : manager.setEnabled(key.id(), on)));
        }

        @Override
        public void judge(Model model, Observed seen) {
            boolean plain = byName && (flag == Flag.ENABLED || flag == Flag.DISABLED);
            Targets.update(
                    model, seen, who, plain ? Targets.plain(model, who, key.name()) : key, link -> switch (flag) {
                        case ENABLED -> link.enabled(true);
                        case DISABLED -> link.enabled(false);
                        case FALLBACK -> link.fallback(true);
                        case NO_FALLBACK -> link.fallback(false);
                    });
        }
    }

    /** Where the value of a link may be sent. */
    record Restrict(Who who, LinkKey key, Domains domains) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(shown(subject.as(who).setAllowedDomains(key.id(), domains.domains())));
        }

        @Override
        public void judge(Model model, Observed seen) {
            Targets.update(model, seen, who, key, link -> link.domains(domains));
        }
    }

    /** A link gets another owner. */
    record HandOver(Who who, LinkKey key, Who to) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(shown(subject.as(who).handOver(key.id(), to.owner())));
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            LinkKey next = key.ownedBy(to);
            if (!Targets.permitted(model, seen, who, key) || !Targets.permitted(model, seen, who, next)) {
                return;
            }
            ModelLink link = model.links.remove(key);
            if (link == null
                    || (!next.equals(key) && (model.links.has(next) || model.links.shadows(next, key.owner())))) {
                model.expect(seen, Answer.INVALID);
                if (link != null) {
                    model.links.put(key, link);
                }
            } else {
                model.expect(seen, Answer.done(shown(link.link(next))));
                model.links.put(next, link);
            }
        }
    }

    /** Everything of a link. */
    static String shown(Link link) {
        return link + " fallback=" + link.fallback() + " domains=" + link.allowedDomains();
    }

    /** What steps about links have in common. */
    static final class Targets {

        private Targets() {}

        static LinkKey plain(Model model, Who who, String name) {
            return new LinkKey(model.links.ownerOf(who, name), name, "");
        }

        /** A reference to no integration, or one that its vault does not take. */
        static boolean misfit(Model model, Place place) {
            ModelIntegration integration = model.find(place.alias());
            return integration == null || (integration.connected && place.path().startsWith("bad"));
        }

        static boolean permitted(Model model, Observed seen, Who who, LinkKey key) {
            Operation change = Rights.change(who, key);
            boolean permitted = model.permits(who, change);
            if (!permitted) {
                model.expect(seen, Answer.refused(change));
            }
            return permitted;
        }

        static void update(Model model, Observed seen, Who who, LinkKey key, UnaryOperator<ModelLink> update) {
            model.expectNoContact(seen);
            if (permitted(model, seen, who, key)) {
                ModelLink link = model.links.get(key);
                if (link == null) {
                    model.expect(seen, Answer.INVALID);
                } else {
                    ModelLink next = update.apply(link);
                    model.expect(seen, Answer.done(shown(next.link(key))));
                    model.links.put(key, next);
                }
            }
        }
    }
}
