package io.claviger.internal.link;

import com.google.common.collect.ImmutableMap;
import io.claviger.Actor;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All links of one instant. Immutable, so that whoever reads several names sees them as they were together (S6). */
public final class Links {

    // nothing is computed for it: it is part of every start
    static final Links NONE = new Links(OwnerLinks.NONE, ImmutableMap.of(), List.of());

    private final OwnerLinks team;
    private final ImmutableMap<Actor, OwnerLinks> personal;
    private final List<Link> restricted;

    private Links(OwnerLinks team, ImmutableMap<Actor, OwnerLinks> personal, List<Link> restricted) {
        this.team = team;
        this.personal = personal;
        this.restricted = restricted;
    }

    private static Links of(OwnerLinks team, ImmutableMap<Actor, OwnerLinks> personal) {
        List<Link> restricted = all(team, personal)
                .map(LinkBinding::link)
                .filter(link -> link.allowedDomains().restricted())
                .toList();
        return new Links(team, personal, restricted);
    }

    private static Stream<LinkBinding> all(OwnerLinks team, ImmutableMap<Actor, OwnerLinks> personal) {
        return Stream.concat(team.all(), personal.values().stream().flatMap(OwnerLinks::all));
    }

    /**
     * Returns the links that restrict where their values may be sent.
     *
     * @param alias the alias of an integration
     * @return the restricted links to its secrets
     */
    public List<Link> restricted(String alias) {
        return restricted.stream()
                .filter(link -> link.reference().alias().equals(alias))
                .toList();
    }

    boolean restricts(String alias) {
        return restricted.stream().anyMatch(link -> link.reference().alias().equals(alias));
    }

    /**
     * Returns the places of actors' own links that a link of the team may have a say in: they are found only with a plan,
     * which checks it each time (T8).
     */
    Stream<Binding> overruled() {
        Set<String> aliases = restricted.stream()
                .filter(link -> link.owner().actor().isEmpty())
                .map(link -> link.reference().alias())
                .collect(Collectors.toUnmodifiableSet());
        return personal.values().stream()
                .flatMap(OwnerLinks::all)
                .filter(own -> aliases.contains(own.link().reference().alias()))
                .map(LinkBinding::binding);
    }

    /**
     * Returns what a name means to somebody: their own link, else the team's (S10).
     *
     * @param name the secret name
     * @param actor who asks; {@code null} for the host itself
     * @param environment in which environment; {@code null} for none in particular
     * @return the link, or {@code null} if the name is not linked
     */
    public @Nullable LinkBinding find(String name, @Nullable Actor actor, @Nullable String environment) {
        OwnerLinks own = actor == null ? null : personal.get(actor);
        LinkBinding found = own == null ? null : own.find(name, environment);
        return found != null ? found : team.find(name, environment);
    }

    /**
     * Tells whether a name means something to somebody in any environment at all.
     *
     * @param name the secret name
     * @param actor who asks; {@code null} for the host itself
     * @return {@code true} if it is linked somewhere
     */
    public boolean anywhere(String name, @Nullable Actor actor) {
        return team.knows(name) || (actor != null && knows(Owner.of(actor), name));
    }

    /**
     * Returns one link.
     *
     * @param id which link
     * @return the link, or {@code null} if there is none
     */
    public @Nullable LinkBinding find(LinkId id) {
        return of(id.owner()).exact(id.name(), id.environment().orElse(null));
    }

    /**
     * Returns the names that mean something to somebody and are enabled.
     *
     * @param actor who asks; {@code null} for the host itself
     * @param environment in which environment; {@code null} for none in particular
     * @return the names, in order
     */
    public SortedSet<String> namesFor(@Nullable Actor actor, @Nullable String environment) {
        return all().stream()
                .map(binding -> binding.link().name())
                .filter(name -> {
                    LinkBinding found = find(name, actor, environment);
                    return found != null && found.link().enabled();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whose link a plain name means to somebody.
     *
     * @param name the secret name
     * @param actor who asks; {@code null} for the host itself
     * @return the actor, if they have linked the name in any environment; else the team
     */
    public Owner ownerOf(String name, @Nullable Actor actor) {
        return actor != null && knows(Owner.of(actor), name) ? Owner.of(actor) : Owner.team();
    }

    /**
     * Returns the links of one name, of all environments.
     *
     * @param name the secret name
     * @param owner whose links
     * @return the links, in no order
     */
    public List<Link> named(String name, Owner owner) {
        return of(owner)
                .all()
                .map(LinkBinding::link)
                .filter(link -> link.name().equals(name))
                .toList();
    }

    /**
     * Tells whether an owner has linked a name in any environment.
     *
     * @param owner the team or one actor
     * @param name the secret name
     * @return {@code true} if so
     */
    public boolean knows(Owner owner, String name) {
        return of(owner).knows(name);
    }

    /**
     * Returns every link, of every owner and environment.
     *
     * @return the links, in no order
     */
    public List<LinkBinding> all() {
        return all(team, personal).toList();
    }

    private OwnerLinks of(Owner owner) {
        return owner.actor()
                .map(actor -> personal.getOrDefault(actor, OwnerLinks.NONE))
                .orElse(team);
    }

    /** These links with some in the place of what was there; empty to take one away. */
    Links with(Map<LinkId, Optional<Link>> changes) {
        Map<Owner, Map<LinkId, Optional<Link>>> byOwner = new HashMap<>();
        changes.forEach((id, link) ->
                byOwner.computeIfAbsent(id.owner(), owner -> new HashMap<>()).put(id, link));
        OwnerLinks ofTeam = team;
        Map<Actor, OwnerLinks> others = new HashMap<>(personal);
        for (Map.Entry<Owner, Map<LinkId, Optional<Link>>> entry : byOwner.entrySet()) {
            OwnerLinks changed = of(entry.getKey()).with(entry.getValue());
            Actor actor = entry.getKey().actor().orElse(null);
            if (actor == null) {
                ofTeam = changed;
            } else {
                others.put(actor, changed);
            }
        }
        return of(ofTeam, ImmutableMap.copyOf(others));
    }
}
