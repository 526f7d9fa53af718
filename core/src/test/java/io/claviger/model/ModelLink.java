package io.claviger.model;

import io.claviger.Link;

/** A link as the model has it. */
record ModelLink(Place place, boolean enabled, boolean fallback, Domains domains) {

    static ModelLink to(Place place) {
        return new ModelLink(place, true, false, Domains.ANY);
    }

    ModelLink at(Place next) {
        return new ModelLink(next, enabled, fallback, domains);
    }

    ModelLink enabled(boolean on) {
        return new ModelLink(place, on, fallback, domains);
    }

    ModelLink fallback(boolean on) {
        return new ModelLink(place, enabled, on, domains);
    }

    ModelLink domains(Domains next) {
        return new ModelLink(place, enabled, fallback, next);
    }

    /** The link of the product that it stands for. */
    Link link(LinkKey key) {
        return Link.of(key.id(), place.reference())
                .withEnabled(enabled)
                .withFallback(fallback)
                .withAllowedDomains(domains.domains());
    }
}
