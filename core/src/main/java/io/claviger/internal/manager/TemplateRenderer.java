package io.claviger.internal.manager;

import io.claviger.Reason;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
            if (directRefusal(direct.reference()) == null) {
                var unused = reads.plan().start(binding(direct.reference()));
            }
        }
    }

    private void finish(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            resolutions.computeIfAbsent(part, key -> asText(reads.resolution(linked.name())));
        } else if (part instanceof Template.DirectReference direct) {
            resolutions.computeIfAbsent(part, key -> asText(resolution(direct.reference())));
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

    private Resolution resolution(SecretReference reference) {
        Failure refusal = directRefusal(reference);
        return refusal == null
                ? reads.plan().outcome(binding(reference)).resolution(reference.toString(), reference)
                : refusal.resolution(reference.toString(), reference);
    }

    private @Nullable Failure directRefusal(SecretReference reference) {
        try {
            reads.plan().checkDirect(reference);
            return null;
        } catch (FailureException e) {
            return e.failure();
        }
    }

    private Binding binding(SecretReference reference) {
        return core.directReference(reference);
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
