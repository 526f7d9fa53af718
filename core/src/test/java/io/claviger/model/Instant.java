package io.claviger.model;

import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.model.Sighting.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the model says at one instant between two steps.
 *
 * @param meanings what the names of each probe mean
 * @param accesses what becomes of each place for each reader
 */
record Instant(Map<Probe, List<Meaning>> meanings, Map<Claim, Access> accesses) {

    /** What a name means: where it points, null if nowhere, and why its link may not be used. */
    record Meaning(Place place, Set<Reason> reasons) {

        static Meaning of(Model model, Reader reader, String name) {
            ModelLink link = model.links.find(reader, name);
            if (link == null) {
                return new Meaning(null, Set.of(Reason.NOT_LINKED));
            }
            return new Meaning(link.place(), Wanted.linkReasons(model, reader, name));
        }
    }

    /** Who wants what; nothing if the place is null. */
    record Claim(Reader reader, Place place) {}

    /**
     * What becomes of it.
     *
     * @param refused whether the right is missing
     * @param reasons why it has no value
     * @param late why it has none for whoever asked when that was allowed
     * @param address in which vault it is; null if it has no value
     * @param oldest from which version on it may be cached; 0 for none
     * @param newest its version
     */
    record Access(boolean refused, Set<Reason> reasons, Set<Reason> late, String address, int oldest, int newest) {

        static Access of(Model model, Recollection recollection, Claim claim) {
            Place place = claim.place();
            Who who = claim.reader().who();
            if (place == null) {
                return without(!model.permits(who, Operation.RESOLVE_NAME), Set.of(), Set.of());
            }
            boolean refused = !model.permits(who, Operation.RESOLVE_NAME, place.alias());
            Set<Reason> reasons = Wanted.reasons(model, claim.reader(), place);
            ModelIntegration integration = model.find(place.alias());
            ModelChannel channel = integration == null ? null : integration.channel(who);
            if (channel == null) {
                return without(refused, reasons, Set.of());
            }
            Vault vault = model.world.vault(integration.address);
            Set<Reason> late = recollection.of(channel, place.path());
            vault.failure(place.path()).ifPresent(kind -> late.add(kind.reason()));
            if (!Secrets.fields(place.path()).contains(place.field())) {
                late.add(Reason.FIELD_NOT_FOUND);
            }
            if (refused || !reasons.isEmpty()) {
                return without(refused, reasons, late);
            }
            ModelChannel.Entry entry = channel.entries.get(place.path());
            int oldest = entry == null ? 0 : entry.version();
            return new Access(false, late, late, vault.address(), oldest, vault.version(place.path()));
        }

        private static Access without(boolean refused, Set<Reason> reasons, Set<Reason> late) {
            return new Access(refused, reasons, late, null, 0, 0);
        }

        boolean gives(String text, Place place, int newestByThen) {
            for (int version = oldest; version > 0 && version <= newestByThen; version++) {
                if (text.equals(Secrets.text(address, place.path(), version, place.field()))) {
                    return true;
                }
            }
            return false;
        }
    }

    static Instant of(Model model, Recollection recollection, List<Probe> probes, Collection<Place> places) {
        Map<Probe, List<Meaning>> meanings = new HashMap<>();
        Map<Claim, Access> accesses = new HashMap<>();
        List<Place> all = new ArrayList<>(places);
        all.add(null);
        for (Probe probe : probes) {
            meanings.put(
                    probe,
                    probe.names().stream()
                            .map(name -> Meaning.of(model, probe.reader(), name))
                            .toList());
            all.forEach(place -> accesses.computeIfAbsent(
                    new Claim(probe.reader(), place), claim -> Access.of(model, recollection, claim)));
        }
        return new Instant(meanings, accesses);
    }

    Access access(Reader reader, Place place) {
        return accesses.get(new Claim(reader, place));
    }
}
