package io.claviger.internal.manager;

import io.claviger.ChangeListener;
import io.claviger.SecretHandle;
import io.claviger.SecretValue;
import io.claviger.SecretWatch;
import io.claviger.internal.cache.Cell;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.LinkTable;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handle that remembers the link's binding, as long as no link changes. A binding whose link changed is emptied for good,
 * so that an old one can only send the reader to look the name up again.
 */
final class NameHandle implements SecretHandle {

    private final ViewResolver resolver;
    private final LinkTable links;
    private final Reader reader;
    private final Rights rights;
    private final String name;
    private volatile @Nullable Place place;

    NameHandle(ManagerCore core, ViewResolver resolver, Reader reader, String name) {
        this.links = core.links();
        this.resolver = resolver;
        this.reader = reader;
        this.rights = new Rights(core, reader.actor());
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SecretValue get() {
        Place current = place;
        if (current == null || current.links != links.now()) {
            return lookUp();
        }
        Cell cell = current.binding.cell();
        if (rights.limited() && !mayUse(cell, current.binding)) {
            return lookUp();
        }
        SecretValue warm = cell.value();
        return warm == null ? lookUp() : warm;
    }

    // before the value is looked at, because a hit may start a refresh: who is refused causes none
    private boolean mayUse(Cell cell, Binding binding) {
        if (!cell.filled()) {
            return false;
        }
        rights.checkName(name, binding.reference());
        return true;
    }

    private SecretValue lookUp() {
        Links now = links.now();
        LinkBinding link = now.find(name, reader.actor(), reader.environment());
        SecretValue value = resolver.resolve(name);
        place = link == null ? null : new Place(now, filled(link.binding()));
        return value;
    }

    // the place for all, or the actor's own where people sign in one by one
    private Binding filled(Binding shared) {
        return shared.cell().value() == null ? shared.of(reader.actor()) : shared;
    }

    @Override
    public SecretWatch onChange(ChangeListener listener) {
        return resolver.watch(List.of(name), listener);
    }

    @Override
    public String toString() {
        return "SecretHandle[" + SafeText.of(name) + "]";
    }

    /** Where the value was found, and by which links: after any change of links the name may mean another one. */
    private static final class Place {
        private final Links links;
        private final Binding binding;

        Place(Links links, Binding binding) {
            this.links = links;
            this.binding = binding;
        }
    }
}
