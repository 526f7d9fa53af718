package io.claviger.model;

import io.claviger.LinkId;

/**
 * Which link.
 *
 * @param owner whose
 * @param name the secret name
 * @param environment empty for the default link
 */
record LinkKey(Who owner, String name, String environment) {

    LinkId id() {
        LinkId id = LinkId.of(name).ownedBy(owner.owner());
        return environment.isEmpty() ? id : id.inEnvironment(environment);
    }

    static LinkKey of(LinkId id) {
        return new LinkKey(Who.of(id.owner()), id.name(), id.environment().orElse(""));
    }

    LinkKey ownedBy(Who next) {
        return new LinkKey(next, name, environment);
    }
}
