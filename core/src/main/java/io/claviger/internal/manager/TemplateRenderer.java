package io.claviger.internal.manager;

import io.claviger.Reason;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import io.claviger.internal.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Renders one template once: starts every read, waits for all, then puts the text together in one pass that never looks
 * into a value (T1, T2, T3).
 */
final class TemplateRenderer {

    private final NamedReads reads;
    private final Rights rights;
    private final DirectReads directReads;
    private final Map<Template.Part, Resolution> resolutions = new HashMap<>();

    TemplateRenderer(NamedReads reads, Rights rights, ManagerCore core) {
        this.reads = reads;
        this.rights = rights;
        this.directReads = new DirectReads(core, rights, reads.plan());
    }

    Rendering render(Template template) {
        template.parts().forEach(this::start);
        template.parts().forEach(this::finish);
        List<Resolution> failures = failures(template);
        if (!failures.isEmpty()) {
            throw new UnresolvedException(failures);
        }
        return Rendering.of(SecretValue.ofText(text(template)), template.source());
    }

    private void start(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            reads.demand(linked.name());
        } else if (part instanceof Template.DirectReference direct) {
            rights.checkReference(direct.reference());
            var unused = directReads.start(direct.reference());
        }
    }

    private void finish(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            resolutions.computeIfAbsent(part, key -> asText(reads.resolution(linked.name())));
        } else if (part instanceof Template.DirectReference direct) {
            resolutions.computeIfAbsent(part, key -> asText(directReads.resolution(direct.reference())));
        }
    }

    private static Resolution asText(Resolution resolution) {
        boolean text = resolution.value().map(TemplateRenderer::readable).orElse(true);
        return text
                ? resolution
                : Failure.of(Reason.MISCONFIGURED, "The secret is binary and cannot stand in a text.")
                        .resolution(resolution.subject(), resolution.reference().orElse(null));
    }

    private static boolean readable(SecretValue value) {
        try {
            value.revealText();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private List<Resolution> failures(Template template) {
        List<Resolution> failures = new ArrayList<>();
        for (Template.Part part : new LinkedHashSet<>(template.parts())) {
            Resolution resolution = part instanceof Template.Literal ? null : resolutions.get(part);
            if (resolution != null && !resolution.resolved()) {
                failures.add(resolution);
            }
        }
        return failures;
    }

    private String text(Template template) {
        StringBuilder text = new StringBuilder(template.source().length());
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                text.append(literal.text());
            } else {
                text.append(Objects.requireNonNull(resolutions.get(part))
                        .orElseThrow()
                        .revealText());
            }
        }
        return text.toString();
    }
}
