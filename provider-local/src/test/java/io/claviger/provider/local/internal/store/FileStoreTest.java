package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.get;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("team.vault");
    }

    @Test
    void contents_missingFile_isEmptyAndCreatesNothing() {
        assertThat(store(file).contents(call()).names()).isEmpty();
        assertThat(Fixtures.names(directory)).isEmpty();
    }

    @Test
    void contents_textAndBinaryOfAnotherStore_comeBackAsTheyWere() {
        byte[] binary = {0, -1, 127, 0};
        set(store(file), "größe \uD83D\uDD11", "{\"a\": \"ü\"}\n");
        store(file).change(contents -> contents.with("raw", SecretValue.ofBytes(binary)), call());

        Contents found = store(file).contents(call());

        assertThat(found.names()).containsExactly("größe \uD83D\uDD11", "raw");
        assertThat(get(store(file), "größe \uD83D\uDD11")).isEqualTo("{\"a\": \"ü\"}\n");
        assertThat(found.entry("raw").orElseThrow().value().binary()).isTrue();
        assertThat(found.entry("raw").orElseThrow().value().revealBytes()).isEqualTo(binary);
    }

    @Test
    void contents_changedByAnotherStore_areReadAgain() {
        FileStore reader = store(file);
        set(reader, "a", "first");
        set(store(file), "a", "second");

        assertThat(get(reader, "a")).isEqualTo("second");
    }

    @Test
    void change_ofOneEntry_keepsTheRevisionOfOthers() {
        FileStore store = store(file);
        set(store, "a", "1");
        set(store, "b", "2");
        set(store, "b", "3");

        assertThat(store.contents(call()).entry("a").orElseThrow().revision()).isEqualTo(1);
        assertThat(store(file).contents(call()).entry("b").orElseThrow().revision())
                .isEqualTo(3);
    }

    @Test
    void change_thatChangesNothing_writesNothing() {
        FileStore store = store(file);
        set(store, "a", "1");
        byte[] before = Fixtures.bytes(file);

        store.change(contents -> contents.without("b"), call());

        assertThat(Fixtures.bytes(file)).isEqualTo(before);
    }

    @Test
    void change_sameValueTwice_leavesNoEqualCiphertext() {
        FileStore store = store(file);
        set(store, "a", "1");
        byte[] first = Fixtures.bytes(file);
        set(store, "a", "1");

        assertThat(Header.decode(Fixtures.bytes(file), new FileTrouble(file)).nonce())
                .isNotEqualTo(Header.decode(first, new FileTrouble(file)).nonce());
    }

    @Test
    void file_written_showsNeitherNamesNorValues() {
        set(store(file), "name-to-hide", "value-to-hide");

        assertThat(new String(Fixtures.bytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("to-hide");
    }

    @Test
    void destroy_vault_removesTheFileAndMakesTheNextOneAnother() {
        FileStore store = store(file);
        set(store, "a", "1");
        Header before = Header.decode(Fixtures.bytes(file), new FileTrouble(file));

        store.destroy(call());
        assertThat(file).doesNotExist();
        assertThat(store.contents(call()).names()).isEmpty();

        set(store, "b", "2");
        Identity after =
                Header.decode(Fixtures.bytes(file), new FileTrouble(file)).identity();
        assertThat(after.sameVaultAs(before.identity())).isFalse();
        assertThat(after.salt()).isNotEqualTo(before.identity().salt());
    }
}
