package io.claviger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The links as the model has them: what a name means, and which of them restrict a secret. */
final class ModelLinks {

    private final Map<LinkKey, ModelLink> links = new HashMap<>();

    ModelLink get(LinkKey key) {
        return links.get(key);
    }

    boolean has(LinkKey key) {
        return links.containsKey(key);
    }

    void put(LinkKey key, ModelLink link) {
        links.put(key, link);
    }

    ModelLink remove(LinkKey key) {
        return links.remove(key);
    }

    Map<LinkKey, ModelLink> all() {
        return links;
    }

    /** What a name means: the actor's own link, else the team's; null if nothing. */
    ModelLink find(Reader reader, String name) {
        ModelLink own = reader.who() == Who.HOST ? null : find(reader.who(), name, reader.environment());
        return own == null ? find(Who.TEAM, name, reader.environment()) : own;
    }

    private ModelLink find(Who owner, String name, String environment) {
        ModelLink exact = links.get(new LinkKey(owner, name, environment));
        ModelLink standard = links.get(new LinkKey(owner, name, ""));
        return exact == null && standard != null && standard.fallback() ? standard : exact;
    }

    /** Whose links a plain name means in a change. */
    Who ownerOf(Who who, String name) {
        return who != Who.HOST && knows(who, name) ? who : Who.TEAM;
    }

    boolean knows(Who owner, String name) {
        return links.keySet().stream()
                .anyMatch(key -> key.owner() == owner && key.name().equals(name));
    }

    /** Whether a name means the reader's own link. */
    boolean isOwn(Reader reader, String name) {
        return reader.who() != Who.HOST && find(reader.who(), name, reader.environment()) != null;
    }

    /** No name may be the team's and an actor's own as well; what its giver still has of it does not count for the team. */
    boolean shadows(LinkKey key, Who giver) {
        return key.owner() == Who.TEAM
                ? links.keySet().stream()
                        .anyMatch(other ->
                                other.name().equals(key.name()) && other.owner() != Who.TEAM && other.owner() != giver)
                : knows(Who.TEAM, key.name());
    }

    List<Place> places(Who owner, String name) {
        List<Place> places = new ArrayList<>();
        links.forEach((key, link) -> {
            if (key.owner() == owner && key.name().equals(name)) {
                places.add(link.place());
            }
        });
        return places;
    }

    /** Whether a link of any of these owners restricts a secret so that it must not be sent to a target (T8). */
    boolean restrict(Set<Who> owners, Place place, Target target) {
        return links.entrySet().stream()
                .filter(entry -> owners.contains(entry.getKey().owner()))
                .map(Map.Entry::getValue)
                .anyMatch(link ->
                        link.place().sameSecretAs(place) && !link.domains().allow(target));
    }
}
