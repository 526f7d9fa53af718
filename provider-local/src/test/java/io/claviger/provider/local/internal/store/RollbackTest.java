package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.get;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older file put back is noticed by a process that saw the newer one. */
class RollbackTest {

    @TempDir
    Path directory;

    private Path file;
    private byte[] older;
    private byte[] newer;

    @BeforeEach
    void writeTwoRevisions() {
        file = directory.resolve("team.vault");
        set(store(file), "a", "older");
        older = Fixtures.bytes(file);
        set(store(file), "a", "newer");
        newer = Fixtures.bytes(file);
    }

    @Test
    void contents_olderFilePutBack_saysSo() {
        Fixtures.write(file, older);

        VaultFailure failure = failure(() -> store(file).contents(call()));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("replaced by an older one", "revision 1", "revision 2");
        assertThat(Fixtures.bytes(file)).isEqualTo(older);
    }

    @Test
    void change_olderFilePutBack_isRefused() {
        FileStore open = store(file);
        open.contents(call());
        Fixtures.write(file, older);

        assertThat(failure(() -> set(open, "b", "1")).detail()).contains("older one");
        assertThat(Fixtures.bytes(file)).isEqualTo(older);
    }

    @Test
    void contents_newerFileBackAgain_areRead() {
        Fixtures.write(file, older);
        failure(() -> store(file).contents(call()));
        Fixtures.write(file, newer);

        assertThat(get(store(file), "a")).isEqualTo("newer");
    }

    @Test
    void contents_destroyedVaultPutBack_saysSo() {
        FileStore open = store(file);
        open.contents(call());
        open.destroy(call());
        Fixtures.write(file, newer);

        assertThat(failure(() -> store(file).contents(call())).detail()).contains("destroyed");
    }
}
