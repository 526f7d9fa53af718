package io.claviger.internal.manager;

import io.claviger.Rendering;
import io.claviger.SecretValue;
import io.claviger.Template;
import io.claviger.internal.cache.Cell;
import io.claviger.internal.cache.Cells;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders a template from memory alone, if all its values are there at one instant (C10); else leaves it to a plan. */
final class WarmRenderer {

    private final ManagerCore core;
    private final Rights rights;
    private final Reader reader;
    private final Links links;

    WarmRenderer(ManagerCore core, Rights rights, Reader reader) {
        this.core = core;
        this.rights = rights;
        this.reader = reader;
        this.links = core.links().now();
    }

    @Nullable
    Rendering render(Template template) {
        List<Template.Part> parts = template.parts();
        String[] texts = new String[parts.size()];
        Cell[] cells = new Cell[parts.size()];
        int count = 0;
        for (int i = 0; i < texts.length; i++) {
            Template.Part part = parts.get(i);
            if (part instanceof Template.Literal literal) {
                texts[i] = literal.text();
            } else {
                Cell cell = cell(part);
                SecretValue value = cell.value();
                if (value == null || value.binary()) {
                    return null;
                }
                texts[i] = value.revealText();
                cells[count++] = cell;
            }
        }
        return Cells.ofOneInstant(cells, count) ? rendering(template, texts, count) : null;
    }

    private Rendering rendering(Template template, String[] texts, int lookups) {
        core.cache().counters().hits(lookups);
        // joined once, in a text of just its length
        return Rendering.of(SecretValue.ofText(String.join("", texts)), template.source());
    }

    private Cell cell(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            LinkBinding link = links.find(linked.name(), reader.actor(), reader.environment());
            return link == null ? Cell.EMPTY : checkedName(linked.name(), link.binding());
        }
        return part instanceof Template.DirectReference direct
                ? checkedReference(core.directReference(direct.reference()))
                : Cell.EMPTY;
    }

    private Cell checkedName(String name, Binding binding) {
        rights.checkName(name, binding.reference());
        return binding.cell();
    }

    private Cell checkedReference(Binding binding) {
        rights.checkReference(binding.reference());
        return binding.cell();
    }
}
