package io.claviger.internal.link;

import io.claviger.Link;

/**
 * One state of one link, and what it found in the cache.
 *
 * @param link the link
 * @param binding its reference's place in the cache
 */
public record LinkBinding(Link link, Binding binding) {

    static LinkBinding of(Link link) {
        return new LinkBinding(
                link, new Binding(link.reference(), link.allowedDomains().restricted()));
    }
}
