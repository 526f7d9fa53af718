package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.Relink;
import io.claviger.internal.link.Environments;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.LinkChange;
import io.claviger.internal.link.LinkDraft;
import io.claviger.internal.link.Links;
import io.claviger.internal.link.SecretNames;
import io.claviger.internal.text.SafeText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links under the rights of the host or one actor. */
final class LinkAdmin {

    private static final List<Operation> RANKED =
            List.of(Operation.CHANGE_OWN_LINKS, Operation.CHANGE_LINKS, Operation.CHANGE_OTHERS_LINKS);

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;
    private final Rights rights;

    LinkAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
        this.rights = new Rights(core, actor);
    }

    /** What a plain name means to this actor: their own link if they have one, else the team's. */
    LinkId idOf(String name) {
        return LinkId.of(name).ownedBy(core.links().now().ownerOf(name, actor));
    }

    Link link(Link link) {
        return change(link.id(), () -> {
            SecretNames.check(link.name());
            link.environment().ifPresent(Environments::check);
            LinkTargets targets = LinkTargets.permitted(core, actor, List.of(link.reference()));
            core.changeLinks(draft -> {
                targets.checkSameRights();
                checkFree(draft, link.id(), link.owner());
                draft.put(link);
            });
            return link;
        });
    }

    // whoever gives a link away may be about to give those of other environments away too
    private static void checkFree(LinkDraft draft, LinkId id, Owner giver) {
        if (draft.get(id) != null) {
            throw new ConfigurationException(
                    "The name " + SafeText.of(id.name()) + " is linked already. Relink it, or choose another name.");
        }
        if (id.owner().actor().isPresent() && draft.knows(Owner.team(), id.name())) {
            throw new ConfigurationException("The name " + SafeText.of(id.name())
                    + " is the team's already. Choose another name for your own link.");
        }
        if (id.owner().actor().isEmpty() && draft.isOwn(id.name(), giver)) {
            throw new ConfigurationException("The name " + SafeText.of(id.name())
                    + " is that of an actor's own link. Choose another name for the team, or have that link removed.");
        }
    }

    /** Points links elsewhere, all of them in one step or none. */
    List<Link> relink(Collection<Relink> changes) {
        List<Relink> steps = List.copyOf(changes);
        checkDistinct(steps);
        return management.onNames(operation(steps), names(steps), () -> {
            steps.forEach(step -> checkChange(step.id()));
            LinkTargets targets = LinkTargets.permitted(
                    core, actor, steps.stream().map(Relink::target).toList());
            steps.stream().filter(Relink::isVerified).forEach(this::verify);
            List<LinkChange> made = core.changeLinks(draft -> {
                targets.checkSameRights();
                steps.forEach(step -> draft.put(relinked(draft, step)));
            });
            made.forEach(this::drop);
            return steps.stream().map(step -> changed(made, step.id())).toList();
        });
    }

    private static void checkDistinct(List<Relink> steps) {
        Set<LinkId> ids = new HashSet<>();
        for (Relink step : steps) {
            if (!ids.add(step.id())) {
                throw new ConfigurationException("The name "
                        + SafeText.of(step.id().name()) + " is relinked twice in one step. Say once where it points.");
            }
        }
        if (steps.isEmpty()) {
            throw new ConfigurationException("There is nothing to relink. Give at least one change.");
        }
    }

    private Operation operation(List<Relink> steps) {
        return steps.stream()
                .map(step -> operation(step.id()))
                .reduce(LinkAdmin::stricter)
                .orElseThrow();
    }

    // of two operations in one step, the one that fewer may do
    private static Operation stricter(Operation one, Operation other) {
        return RANKED.indexOf(one) > RANKED.indexOf(other) ? one : other;
    }

    private static List<String> names(List<Relink> steps) {
        return steps.stream().map(step -> step.id().name()).toList();
    }

    private static Link relinked(LinkDraft draft, Relink step) {
        Link before = required(draft, step.id());
        if (step.expected()
                .filter(expected -> !expected.equals(before.reference()))
                .isPresent()) {
            throw new ConfigurationException("The name " + SafeText.of(step.id().name())
                    + " points elsewhere than expected: somebody has relinked it. Look at it and try again.");
        }
        return before.withReference(step.target());
    }

    private static Link required(LinkDraft draft, LinkId id) {
        Link link = draft.get(id);
        if (link == null) {
            throw new ConfigurationException(
                    "The name " + SafeText.of(id.name()) + " is not linked. Link it, or correct its spelling.");
        }
        return link;
    }

    // in the session of whoever relinks, who has the right to resolve names through the integration
    private void verify(Relink step) {
        core.resolverFor(actor).verify(SafeText.of(label(step.id())), step.target());
    }

    // of several links of one name, which one
    private static String label(LinkId id) {
        return id.equals(LinkId.of(id.name())) ? id.name() : id.toString();
    }

    boolean unlink(LinkId id) {
        return change(id, () -> {
            List<LinkChange> made = core.changeLinks(draft -> draft.remove(id));
            made.forEach(this::drop);
            return made.get(0).before() != null;
        });
    }

    Link setEnabled(LinkId id, boolean enabled) {
        return update(id, link -> link.withEnabled(enabled));
    }

    Link setFallback(LinkId id, boolean permitted) {
        return update(id, link -> link.withFallback(permitted));
    }

    Link setAllowedDomains(LinkId id, AllowedDomains domains) {
        return update(id, link -> link.withAllowedDomains(domains));
    }

    /** Gives a link to another owner, whose rights it counts under from then on. */
    Link handOver(LinkId id, Owner to) {
        LinkId next = id.ownedBy(to);
        return management.onName(stricter(operation(id), operation(next)), id.name(), () -> {
            checkChange(id);
            checkChange(next);
            List<LinkChange> made = core.changeLinks(draft -> {
                Link link = required(draft, id);
                if (!next.equals(id)) {
                    draft.remove(id);
                    checkFree(draft, next, id.owner());
                }
                draft.put(link.ownedBy(to));
            });
            return changed(made, next);
        });
    }

    private Link update(LinkId id, UnaryOperator<Link> update) {
        return change(id, () -> {
            List<LinkChange> made = core.changeLinks(draft -> draft.put(update.apply(required(draft, id))));
            return changed(made, id);
        });
    }

    // as this change made it: somebody else may have changed or removed it since
    private static Link changed(List<LinkChange> made, LinkId id) {
        return made.stream()
                .flatMap(change -> Stream.ofNullable(change.after()))
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Link> list() {
        core.checkOpen();
        rights.checkInspect();
        return core.links().now().all().stream()
                .map(LinkBinding::link)
                .filter(this::visible)
                .sorted(Comparator.comparing(Link::name)
                        .thenComparing(link -> link.owner().toString())
                        .thenComparing(link -> link.environment().orElse("")))
                .toList();
    }

    private boolean visible(Link link) {
        boolean theirs = operation(link.id()) == Operation.CHANGE_OTHERS_LINKS;
        return !theirs || core.gate().allows(actor, Operation.CHANGE_OTHERS_LINKS);
    }

    private <T> T change(LinkId id, Supplier<T> work) {
        return management.onName(operation(id), id.name(), () -> {
            checkChange(id);
            return work.get();
        });
    }

    private void checkChange(LinkId id) {
        core.gate().check(actor, operation(id), null);
    }

    private Operation operation(LinkId id) {
        if (id.owner().actor().isEmpty()) {
            return Operation.CHANGE_LINKS;
        }
        return actor == null || id.owner().is(actor) ? Operation.CHANGE_OWN_LINKS : Operation.CHANGE_OTHERS_LINKS;
    }

    // what was fetched before a change of the link is not served after it (C5)
    private void drop(LinkChange change) {
        drop(change.before());
        drop(change.after());
    }

    private void drop(@Nullable Link link) {
        if (link != null) {
            ResetTarget.drop(core, link.reference());
        }
    }

    /** The links of an actor who leaves, for others to take over. */
    static List<Link> ownedBy(Links links, Actor who) {
        return links.all().stream()
                .map(LinkBinding::link)
                .filter(link -> link.owner().is(who))
                .sorted(Comparator.comparing(Link::name))
                .toList();
    }
}
