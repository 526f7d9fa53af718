package io.claviger.internal.manager;

import io.claviger.Confirmation;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Setup;
import io.claviger.SetupChange;
import io.claviger.SetupImport.Mode;
import io.claviger.internal.integration.ImportStep;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.Links;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an import would do to a manager as it was at one moment.
 *
 * @param integrations all integrations at that moment, by alias
 * @param links all links at that moment
 * @param steps what happens to integrations
 * @param linkChanges what becomes of links; empty for those that go away
 * @param changes all of it, for a person
 * @param conflicts what stands against it
 * @param confirmations what a person has to agree to
 */
record ImportDiff(
        Map<String, Integration> integrations,
        Links links,
        List<ImportStep> steps,
        Map<LinkId, Optional<Link>> linkChanges,
        List<SetupChange> changes,
        List<String> conflicts,
        Set<Confirmation> confirmations) {

    // whatever changes while this looks is noticed when the import is applied
    static ImportDiff of(ManagerCore core, Setup setup, Mode mode) {
        Map<String, Integration> integrations = snapshot(core);
        Links links = core.links().now();
        ImportFindings findings = new ImportFindings();
        List<ImportStep> steps = new IntegrationDiff(core.providers(), integrations, findings).steps(setup, mode);
        Map<LinkId, Optional<Link>> linkChanges = new LinkDiff(integrations, links, findings).changes(setup, mode);
        return new ImportDiff(
                integrations,
                links,
                steps,
                linkChanges,
                findings.changes(),
                findings.conflicts(),
                findings.confirmations());
    }

    static Map<String, Integration> snapshot(ManagerCore core) {
        Map<String, Integration> all = new TreeMap<>();
        core.integrations().all().forEach(integration -> all.put(integration.alias(), integration));
        return all;
    }

    /** Whether nothing has changed since. */
    boolean isCurrent(ManagerCore core) {
        return core.links().now() == links && snapshot(core).equals(integrations);
    }
}
