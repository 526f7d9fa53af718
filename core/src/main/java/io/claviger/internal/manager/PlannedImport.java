package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Confirmation;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Operation;
import io.claviger.Setup;
import io.claviger.SetupChange;
import io.claviger.SetupImport;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.ImportStep;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.LinkChange;
import io.claviger.internal.link.LinkDraft;
import io.claviger.internal.setup.Setups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An import that was looked at: done as a whole, if everything is still as it was then. */
final class PlannedImport implements SetupImport {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final ImportDiff diff;

    PlannedImport(ManagerCore core, @Nullable Actor actor, ImportDiff diff) {
        this.core = core;
        this.actor = actor;
        this.diff = diff;
    }

    @Override
    public List<SetupChange> changes() {
        return diff.changes();
    }

    @Override
    public List<String> conflicts() {
        return diff.conflicts();
    }

    @Override
    public Set<Confirmation> confirmationsNeeded() {
        return diff.confirmations();
    }

    @Override
    public List<SetupChange> apply(Set<Confirmation> given) {
        return new Management(core, actor).onAlias(Operation.IMPORT_SETUP, null, () -> {
            new ImportRights(core, actor).check(diff);
            checkConflicts();
            checkConfirmed(given);
            List<Connection> disconnected = core.journal().exclusively(this::change);
            diff.linkChanges().forEach(this::dropValues);
            core.integrations().retire(disconnected, core.timeout());
            return diff.changes();
        });
    }

    private void checkConflicts() {
        if (!diff.conflicts().isEmpty()) {
            throw new ConfigurationException(diff.conflicts());
        }
    }

    private void checkConfirmed(Set<Confirmation> given) {
        List<String> missing = diff.confirmations().stream()
                .filter(needed -> !given.contains(needed))
                .map(needed -> "Not confirmed: " + needed + ". Have somebody look at it, and confirm it.")
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException(missing);
        }
    }

    private List<Connection> change() {
        if (!diff.isCurrent(core)) {
            throw new ConfigurationException("Integrations or links have changed since the import was planned."
                    + " Nothing was changed. Plan it again, and look at it again.");
        }
        core.journal().keep(this::afterwards);
        List<Connection> disconnected = new ArrayList<>();
        for (ImportStep step : diff.steps()) {
            Connection former = core.integrations().publish(step);
            if (former != null) {
                disconnected.add(former);
            }
        }
        List<LinkChange> made = core.publishLinks(this::draw);
        made.forEach(change -> dropValues(change.before()));
        return disconnected;
    }

    private Setup afterwards(Setup kept) {
        Map<String, IntegrationSetup> integrations = new HashMap<>();
        kept.integrations().forEach(integration -> integrations.put(integration.alias(), integration));
        diff.steps().forEach(step -> integrations.compute(step.alias(), (alias, former) -> stored(step, former)));
        Map<LinkId, Link> links = new HashMap<>();
        kept.links().forEach(link -> links.put(link.id(), link));
        diff.linkChanges().forEach((id, link) -> links.compute(id, (same, former) -> link.orElse(null)));
        return Setup.of(integrations.values(), links.values());
    }

    // what stays disconnected keeps what was known of its sessions, unless its settings change
    private @Nullable IntegrationSetup stored(ImportStep step, @Nullable IntegrationSetup former) {
        Integration now = diff.integrations().get(step.alias());
        Integration after = step.after(now);
        if (after == null) {
            return null;
        }
        boolean untouched = step.kind() == ImportStep.Kind.LIMIT && now != null && now.connection() == null;
        return untouched && former != null ? Setups.connectedAs(after.setup(), former) : after.setup();
    }

    private void draw(LinkDraft draft) {
        diff.linkChanges().forEach((id, link) -> link.ifPresentOrElse(draft::put, () -> draft.remove(id)));
    }

    private void dropValues(LinkId id, Optional<Link> link) {
        dropValues(link.orElse(null));
    }

    private void dropValues(@Nullable Link link) {
        if (link != null) {
            ResetTarget.drop(core, link.reference());
        }
    }
}
