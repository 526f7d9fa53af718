package io.claviger.benchmarks.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.benchmarks.stub.Payload;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every renderer makes the same text of the same document")
class RendererTest {

    static Stream<Named<Supplier<Renderer>>> all() {
        return Stream.of(
                Named.of("Claviger", ClavigerRenderer::new),
                Named.of("Commons Text", CommonsTextRenderer::new),
                Named.of("appending", AppendingRenderer::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void text_ofEachRenderer_isThatOfThePieces(Supplier<Renderer> opening) {
        try (Renderer renderer = opening.get()) {
            assertThat(renderer.render()).isEqualTo(String.join("", Document.pieces()));
        }
    }

    @Test
    void document_hasTwentyReferencesInFourKibibytes() {
        assertThat(Document.source()).hasSize(4096);
        assertThat(Document.source().split("\\{\\{vault:", -1)).hasSize(21);
        assertThat(Document.pieces()).filteredOn(Payload.PASSWORD::equals).hasSize(20);
    }
}
