package io.claviger.support;

import io.claviger.ChangeListener;
import io.claviger.SecretChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a watch was told. */
public final class Changes implements ChangeListener {

    private final List<SecretChange> told = new CopyOnWriteArrayList<>();

    @Override
    public void changed(SecretChange change) {
        told.add(change);
    }

    public List<SecretChange> told() {
        return told;
    }

    /** The values of one name that it was told, in order. */
    public List<String> values(String name) {
        return told.stream().map(change -> change.value(name).revealText()).toList();
    }
}
