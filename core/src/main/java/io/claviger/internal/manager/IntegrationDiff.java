package io.claviger.internal.manager;

import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.Confirmation;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupChange.Difference;
import io.claviger.SetupChange.Kind;
import io.claviger.SetupImport.Mode;
import io.claviger.internal.discovery.ProviderCatalog;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.integration.ImportStep;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.SettingsRules;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import would do to integrations. Opens nothing. */
final class IntegrationDiff {

    private final ProviderCatalog providers;
    private final Map<String, Integration> present;
    private final ImportFindings findings;
    private final Map<String, ProviderEntry> found = new HashMap<>();
    private final Map<String, List<String>> missing = new HashMap<>();

    IntegrationDiff(ProviderCatalog providers, Map<String, Integration> present, ImportFindings findings) {
        this.providers = providers;
        this.present = present;
        this.findings = findings;
    }

    List<ImportStep> steps(Setup setup, Mode mode) {
        List<ImportStep> steps = new ArrayList<>();
        setup.integrations().forEach(target -> step(target, steps));
        if (mode == Mode.REPLACE) {
            Set<String> named =
                    setup.integrations().stream().map(IntegrationSetup::alias).collect(Collectors.toSet());
            present.values().stream()
                    .filter(integration -> integration.owner().actor().isEmpty())
                    .filter(integration -> !named.contains(integration.alias()))
                    .forEach(integration -> remove(integration, steps));
        }
        return List.copyOf(steps);
    }

    private void step(IntegrationSetup target, List<ImportStep> steps) {
        Integration now = present.get(target.alias());
        if (conflicts(target, now)) {
            return;
        }
        ProviderEntry provider = provider(target);
        if (provider == null) {
            return;
        }
        SettingsRules.problemsInSetup(provider.descriptor(), target.settings())
                .forEach(problem -> findings.conflict("The " + subject(target.alias()) + ": " + problem));
        if (now == null) {
            add(target, provider, steps);
        } else {
            change(now, target, steps);
        }
    }

    // each type is looked for once, however often it is named
    private @Nullable ProviderEntry provider(IntegrationSetup target) {
        ProviderEntry provider = found.get(target.provider());
        if (provider == null && !missing.containsKey(target.provider())) {
            try {
                provider = providers.find(target.provider());
                found.put(target.provider(), provider);
            } catch (ConfigurationException e) {
                missing.put(target.provider(), e.problems());
            }
        }
        missing.getOrDefault(target.provider(), List.of())
                .forEach(problem -> findings.conflict("The " + subject(target.alias()) + ": " + problem));
        return provider;
    }

    private boolean conflicts(IntegrationSetup target, @Nullable Integration now) {
        String conflict = null;
        if (target.owner().actor().isPresent()) {
            conflict = "belongs to one actor, and a setup that is shared holds the team's only. Remove it.";
        } else if (now != null && now.owner().actor().isPresent()) {
            conflict = "has the alias of an integration that is not the team's. Give it another alias.";
        } else if (now != null && !now.provider().type().equals(target.provider())) {
            conflict = "is of type " + target.provider() + ", and the one with this alias is of type "
                    + now.provider().type() + ". Give it another alias.";
        }
        if (conflict != null) {
            findings.conflict("The " + subject(target.alias()) + " " + conflict);
        }
        return conflict != null;
    }

    private static String subject(String alias) {
        return "integration " + alias;
    }

    private void add(IntegrationSetup target, ProviderEntry provider, List<ImportStep> steps) {
        List<Difference> found = new ArrayList<>();
        found.add(new Difference("provider", "", target.provider()));
        settings(Settings.empty(), target.settings(), found);
        limits(IntegrationScope.everything(), target.scope(), AllowedDomains.any(), target.allowedDomains(), found);
        findings.change(Kind.ADDED, subject(target.alias()), found);
        steps.add(new ImportStep(ImportStep.Kind.ADD, provider, target));
    }

    private void change(Integration now, IntegrationSetup target, List<ImportStep> steps) {
        IntegrationSetup before = SetupAdmin.shared(now);
        List<Difference> found = new ArrayList<>();
        settings(before.settings(), target.settings(), found);
        boolean reset = !found.isEmpty();
        if (reset && now.connection() != null) {
            found.add(new Difference("state", "connected", "disconnected"));
        }
        limits(before.scope(), target.scope(), before.allowedDomains(), target.allowedDomains(), found);
        if (!found.isEmpty()) {
            confirmations(before, target, now.provider().descriptor());
            findings.change(Kind.CHANGED, subject(target.alias()), found);
            ImportStep.Kind kind = reset ? ImportStep.Kind.RESET : ImportStep.Kind.LIMIT;
            steps.add(new ImportStep(kind, now.provider(), target));
        }
    }

    private static void settings(Settings before, Settings after, List<Difference> found) {
        Set<String> names = new TreeSet<>(before.asMap().keySet());
        names.addAll(after.asMap().keySet());
        names.forEach(name -> ImportFindings.differ(
                found,
                "setting " + name,
                before.get(name).orElse(""),
                after.get(name).orElse("")));
    }

    private static void limits(
            IntegrationScope scopeBefore,
            IntegrationScope scopeAfter,
            AllowedDomains domainsBefore,
            AllowedDomains domainsAfter,
            List<Difference> found) {
        ImportFindings.differ(found, "scope", scopeBefore.toString(), scopeAfter.toString());
        ImportFindings.differ(
                found, "allowed domains", ImportFindings.text(domainsBefore), ImportFindings.text(domainsAfter));
    }

    private void confirmations(IntegrationSetup before, IntegrationSetup target, ProviderDescriptor descriptor) {
        String subject = subject(target.alias());
        if (SettingsRules.movesCredentials(descriptor, before.settings(), target.settings())) {
            findings.confirm(
                    Confirmation.Kind.CHANGED_ORIGIN,
                    subject,
                    origin(descriptor, before.settings()),
                    origin(descriptor, target.settings()));
        }
        findings.domains(subject, before.allowedDomains(), target.allowedDomains());
        if (ScopeRules.widens(before.scope(), target.scope())) {
            findings.confirm(
                    Confirmation.Kind.WIDENED_SCOPE,
                    subject,
                    before.scope().toString(),
                    target.scope().toString());
        }
    }

    private static String origin(ProviderDescriptor descriptor, Settings settings) {
        return descriptor.settings().stream()
                .filter(SettingDescriptor::isDestination)
                .filter(setting -> settings.get(setting.name()).isPresent())
                .map(setting ->
                        setting.name() + "=" + settings.get(setting.name()).orElse(""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void remove(Integration integration, List<ImportStep> steps) {
        IntegrationSetup before = SetupAdmin.shared(integration);
        findings.change(
                Kind.REMOVED, subject(integration.alias()), List.of(new Difference("provider", before.provider(), "")));
        steps.add(new ImportStep(ImportStep.Kind.REMOVE, integration.provider(), before));
    }
}
