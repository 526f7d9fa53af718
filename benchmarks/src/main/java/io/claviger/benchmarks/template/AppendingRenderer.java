package io.claviger.benchmarks.template;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The floor: the same pieces, known beforehand, put together. */
@State(Scope.Benchmark)
public class AppendingRenderer implements Renderer {

    private final String[] pieces = Document.pieces().toArray(new String[0]);
    private final int length = String.join("", pieces).length();

    @Override
    public String render() {
        StringBuilder text = new StringBuilder(length);
        for (String piece : pieces) {
            text.append(piece);
        }
        return text.toString();
    }
}
