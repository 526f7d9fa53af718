package io.claviger.internal.manager;

import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A handle that remembers the link's binding. A binding whose link changed is emptied for good, so that an old one can
 * only send the reader to look the name up again.
 */
final class NameHandle implements SecretHandle {

    private final ManagerCore core;
    private final SecretResolver resolver;
    private final Rights rights;
    private final String name;
    private volatile @Nullable Binding binding;

    NameHandle(ManagerCore core, SecretResolver resolver, Rights rights, String name) {
        this.core = core;
        this.resolver = resolver;
        this.rights = rights;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SecretValue get() {
        Binding current = binding;
        SecretValue warm = current == null ? null : current.cell().value();
        if (current == null || warm == null) {
            return lookUp();
        }
        rights.checkName(current.reference());
        return warm;
    }

    private SecretValue lookUp() {
        LinkBinding link = core.links().find(name);
        binding = link == null ? null : link.binding();
        return resolver.resolve(name);
    }

    @Override
    public String toString() {
        return "SecretHandle[" + SafeText.of(name) + "]";
    }
}
