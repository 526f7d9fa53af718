package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.charset.StandardCharsets;

/** One value and the revision of the vault that stored it. Immutable; never prints the value. */
public final class Entry {

    private final SecretValue value;
    private final long revision;

    private Entry(SecretValue value, long revision) {
        this.value = value;
        this.revision = revision;
    }

    static Entry of(SecretValue value, long revision) {
        // text with half a surrogate pair would come back as another text
        if (!value.binary() && !StandardCharsets.UTF_8.newEncoder().canEncode(value.revealText())) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED, "The value is not valid Unicode text. Store it as a binary value.");
        }
        if (value.revealBytes().length > Limits.VALUE_SIZE) {
            throw VaultFailure.of(Kind.MISCONFIGURED, "The value is larger than 1 MiB. Keep large values elsewhere.");
        }
        return new Entry(value, revision);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public SecretValue value() {
        return value;
    }

    /**
     * Returns when it was stored, in writes.
     *
     * @return the revision of the vault
     */
    public long revision() {
        return revision;
    }
}
