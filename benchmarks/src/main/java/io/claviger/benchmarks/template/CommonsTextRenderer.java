package io.claviger.benchmarks.template;

import org.apache.commons.text.StringSubstitutor;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Commons Text over a map of the values: it fetches nothing and looks up nothing else. */
@State(Scope.Benchmark)
public class CommonsTextRenderer implements Renderer {

    private final String source = Document.source();
    private final StringSubstitutor substitutor =
            new StringSubstitutor(Document.values(), Document.OPEN, Document.CLOSE);

    @Override
    public String render() {
        return substitutor.replace(source);
    }
}
