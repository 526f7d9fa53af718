package io.claviger.internal.manager;

import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.Setup;
import io.claviger.SetupChange.Difference;
import io.claviger.SetupChange.Kind;
import io.claviger.SetupImport.Mode;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.Links;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import would do to links. Opens nothing. */
final class LinkDiff {

    private final Map<String, Integration> present;
    private final Links links;
    private final ImportFindings findings;
    private final Set<String> namesOfActors = new HashSet<>();

    LinkDiff(Map<String, Integration> present, Links links, ImportFindings findings) {
        this.present = present;
        this.links = links;
        this.findings = findings;
        ManagerCore.linksOf(links).stream()
                .filter(link -> link.owner().actor().isPresent())
                .forEach(link -> namesOfActors.add(link.name()));
    }

    Map<LinkId, Optional<Link>> changes(Setup setup, Mode mode) {
        Map<LinkId, Optional<Link>> changes = new LinkedHashMap<>();
        Set<String> aliases = aliases(setup, mode);
        setup.links().forEach(target -> change(target, aliases, changes));
        if (mode == Mode.REPLACE) {
            Set<LinkId> named = setup.links().stream().map(Link::id).collect(Collectors.toSet());
            ManagerCore.linksOf(links).stream()
                    .filter(link -> link.owner().actor().isEmpty() && !named.contains(link.id()))
                    .sorted(Comparator.comparing(link -> link.id().toString()))
                    .forEach(link -> remove(link, changes));
        }
        return changes;
    }

    private Set<String> aliases(Setup setup, Mode mode) {
        Set<String> aliases =
                setup.integrations().stream().map(IntegrationSetup::alias).collect(Collectors.toSet());
        present.values().stream()
                .filter(integration -> integration.owner().actor().isEmpty() && mode == Mode.MERGE)
                .forEach(integration -> aliases.add(integration.alias()));
        return aliases;
    }

    private void change(Link target, Set<String> aliases, Map<LinkId, Optional<Link>> changes) {
        LinkBinding binding = links.find(target.id());
        Link now = binding == null ? null : binding.link();
        if (target.equals(now)) {
            return;
        }
        String conflict = conflict(target, now, aliases);
        if (conflict != null) {
            findings.conflict("The " + subject(target) + " " + conflict);
            return;
        }
        List<Difference> found = differences(now, target);
        if (now != null) {
            findings.domains(subject(target), now.allowedDomains(), target.allowedDomains());
        }
        if (now == null || !now.reference().equals(target.reference())) {
            guarded(target);
        }
        findings.change(now == null ? Kind.ADDED : Kind.CHANGED, subject(target), found);
        changes.put(target.id(), Optional.of(target));
    }

    // another name must not quietly open what a restricted one guards
    private void guarded(Link target) {
        links.restricted(target.reference().alias()).stream()
                .filter(link ->
                        link.reference().path().equals(target.reference().path()))
                .forEach(link -> findings.domains(subject(target), link.allowedDomains(), target.allowedDomains()));
    }

    private static List<Difference> differences(@Nullable Link now, Link target) {
        List<Difference> found = new ArrayList<>();
        ImportFindings.differ(
                found,
                "reference",
                now == null ? "" : now.reference().toString(),
                target.reference().toString());
        ImportFindings.differ(found, "enabled", String.valueOf(now == null || now.enabled()), "" + target.enabled());
        ImportFindings.differ(found, "fallback", String.valueOf(now != null && now.fallback()), "" + target.fallback());
        ImportFindings.differ(
                found,
                "allowed domains",
                ImportFindings.text(now == null ? AllowedDomains.any() : now.allowedDomains()),
                ImportFindings.text(target.allowedDomains()));
        return found;
    }

    private @Nullable String conflict(Link target, @Nullable Link now, Set<String> aliases) {
        if (target.owner().actor().isPresent()) {
            return "belongs to one actor, and a setup that is shared holds the team's only. Remove it.";
        }
        if (now == null && namesOfActors.contains(target.name()) && !links.knows(Owner.team(), target.name())) {
            return "has a name that an actor has linked. Choose another name, or have that link removed.";
        }
        if (!aliases.contains(target.reference().alias())) {
            return "refers to " + target.reference().alias()
                    + ", which is no integration of the team here or in the setup."
                    + " Add the integration, or correct the alias.";
        }
        return misfit(target);
    }

    // only what is connected can tell
    private @Nullable String misfit(Link target) {
        Integration integration = present.get(target.reference().alias());
        Connection connection = integration == null ? null : integration.connection();
        try {
            if (connection != null) {
                connection.locate(target.reference());
            }
            return null;
        } catch (ConfigurationException e) {
            return "does not fit its vault: " + e.problems().get(0);
        } catch (FailureException e) {
            return "cannot be checked, because its provider failed. Try again.";
        }
    }

    private static String subject(Link link) {
        return "link " + link.name()
                + link.environment().map(name -> "@" + name).orElse("");
    }

    private void remove(Link link, Map<LinkId, Optional<Link>> changes) {
        findings.domains(subject(link), link.allowedDomains(), AllowedDomains.any());
        findings.change(
                Kind.REMOVED,
                subject(link),
                List.of(new Difference("reference", link.reference().toString(), "")));
        changes.put(link.id(), Optional.empty());
    }
}
