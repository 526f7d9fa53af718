package io.claviger.model;

import io.claviger.Operation;
import io.claviger.Reason;
import java.util.EnumSet;
import java.util.Set;

/**
 * What should become of one thing that a reader asks for, as far as that does not depend on the vault.
 *
 * @param label what it is called in the answer
 * @param refused which right is missing; null if none
 * @param reasons why it has no value; empty if it is up to the vault
 * @param place where it lives; null if nowhere
 */
record Wanted(String label, Operation refused, Set<Reason> reasons, Place place) {

    /** A name that somebody demands: who may not resolve it is refused. */
    static Wanted name(Model model, Reader reader, String name) {
        ModelLink link = model.links.find(reader, name);
        if (link == null) {
            boolean permitted = model.permits(reader.who(), Operation.RESOLVE_NAME);
            return new Wanted(name, permitted ? null : Operation.RESOLVE_NAME, EnumSet.of(Reason.NOT_LINKED), null);
        }
        Set<Reason> reasons = reasons(model, reader, link.place());
        reasons.addAll(linkReasons(model, reader, name));
        return new Wanted(name, refused(model, reader, Operation.RESOLVE_NAME, link.place()), reasons, link.place());
    }

    /** A name that somebody asks for, who is told the reason if it is not for them, provided that any name is. */
    static Wanted attempted(Model model, Reader reader, String name) {
        Wanted demanded = name(model, reader, name);
        return demanded.refused() != null && model.permits(reader.who(), Operation.RESOLVE_NAME)
                ? new Wanted(name, null, EnumSet.of(Reason.ROLE_NOT_PERMITTED), demanded.place())
                : demanded;
    }

    /** Why a linked name may not be used, whatever its place. */
    static Set<Reason> linkReasons(Model model, Reader reader, String name) {
        ModelLink link = model.links.find(reader, name);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (!link.enabled()) {
            reasons.add(Reason.LINK_DISABLED);
        }
        boolean teamObjects = model.links.isOwn(reader, name)
                && model.links.restrict(EnumSet.of(Who.TEAM), link.place(), reader.target());
        if (teamObjects || !link.domains().allow(reader.target())) {
            reasons.add(Reason.DOMAIN_NOT_ALLOWED);
        }
        return reasons;
    }

    static Wanted direct(Model model, Reader reader, Place place) {
        Set<Reason> reasons = reasons(model, reader, place);
        if (model.links.restrict(EnumSet.of(Who.TEAM, reader.who()), place, reader.target())) {
            reasons.add(Reason.DOMAIN_NOT_ALLOWED);
        }
        Operation refused = refused(model, reader, Operation.RESOLVE_REFERENCE, place);
        return new Wanted(place.toString(), refused, reasons, place);
    }

    /** To see whether there is a value, which is sent nowhere. */
    static Wanted proof(Model model, Who who, Place place) {
        Set<Reason> reasons = reasons(model, new Reader(who, "", Target.UNNAMED), place);
        reasons.remove(Reason.DOMAIN_NOT_ALLOWED);
        return new Wanted(place.toString(), null, reasons, place);
    }

    private static Operation refused(Model model, Reader reader, Operation operation, Place place) {
        return model.permits(reader.who(), operation, place.alias()) ? null : operation;
    }

    /** Why a place has no value, as far as that is not up to its vault. */
    static Set<Reason> reasons(Model model, Reader reader, Place place) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        ModelIntegration integration = model.find(place.alias());
        if (integration == null || !integration.connected) {
            reasons.add(Reason.DISCONNECTED);
        } else {
            if (integration.channel(reader.who()) == null) {
                reasons.add(Reason.REAUTHENTICATION_REQUIRED);
            }
            if (place.path().startsWith("bad")) {
                reasons.add(Reason.MISCONFIGURED);
            }
        }
        if (integration != null && !integration.scope.allows(place.path())) {
            reasons.add(Reason.OUT_OF_SCOPE);
        }
        if (integration != null && !integration.domains.allow(reader.target())) {
            reasons.add(Reason.DOMAIN_NOT_ALLOWED);
        }
        return reasons;
    }

    boolean readable() {
        return refused == null && reasons.isEmpty();
    }
}
