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
        StringBuilder text = new StringBuilder(template.source().length());
        Cell[] cells = new Cell[template.parts().size()];
        int count = 0;
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                text.append(literal.text());
            } else {
                Cell cell = cell(part);
                SecretValue value = cell.value();
                if (value == null || value.binary()) {
                    return null;
                }
                text.append(value.revealText());
                cells[count++] = cell;
            }
        }
        return Cells.ofOneInstant(cells, count) ? rendering(template, text, count) : null;
    }

    private Rendering rendering(Template template, StringBuilder text, int lookups) {
        core.cache().counters().hits(lookups);
        return Rendering.of(SecretValue.ofText(text), template.source());
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
