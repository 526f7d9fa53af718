package io.claviger.internal.manager;

import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import io.claviger.internal.link.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders one template once: starts every read, waits for all, then puts the text together in one pass that never looks
 * into a value (T1, T2, T3).
 */
final class TemplateRenderer {

    private final NamedReads reads;
    private final Rights rights;
    private final ManagerCore core;
    private final Map<Template.Part, Resolution> resolutions = new HashMap<>();

    TemplateRenderer(NamedReads reads, Rights rights, ManagerCore core) {
        this.reads = reads;
        this.rights = rights;
        this.core = core;
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
            reads.start(linked.name());
        } else if (part instanceof Template.DirectReference direct) {
            rights.checkReference(direct.reference());
            reads.plan().start(binding(direct.reference()));
        }
    }

    private void finish(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            resolutions.computeIfAbsent(part, key -> reads.resolution(linked.name()));
        } else if (part instanceof Template.DirectReference direct) {
            resolutions.computeIfAbsent(part, key -> resolution(direct.reference()));
        }
    }

    private Resolution resolution(SecretReference reference) {
        Binding binding = binding(reference);
        return reads.plan().outcome(binding).resolution(reference.toString(), binding);
    }

    private Binding binding(SecretReference reference) {
        return core.directReference(reference);
    }

    private List<Resolution> failures(Template template) {
        List<Resolution> failures = new ArrayList<>();
        template.parts().stream().distinct().forEach(part -> {
            Resolution resolution = resolutions.get(part);
            if (resolution != null && !resolution.resolved()) {
                failures.add(resolution);
            }
        });
        return failures;
    }

    private String text(Template template) {
        StringBuilder text = new StringBuilder(template.source().length());
        for (Template.Part part : template.parts()) {
            Resolution resolution = resolutions.get(part);
            if (part instanceof Template.Literal literal) {
                text.append(literal.text());
            } else if (resolution != null) {
                text.append(resolution.orElseThrow().revealText());
            }
        }
        return text.toString();
    }
}
