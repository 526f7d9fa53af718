package io.claviger.benchmarks;

import io.claviger.benchmarks.report.Title;
import io.claviger.benchmarks.report.Titles;
import io.claviger.benchmarks.template.AppendingRenderer;
import io.claviger.benchmarks.template.ClavigerRenderer;
import io.claviger.benchmarks.template.CommonsTextRenderer;
import org.openjdk.jmh.annotations.Benchmark;

/** The same document, rendered again and again. */
@Title(Titles.RENDER)
public class RenderBenchmark {

    @Benchmark
    @Title(Titles.CLAVIGER)
    public String claviger(ClavigerRenderer renderer) {
        return renderer.render();
    }

    @Benchmark
    @Title(value = Titles.APPENDING, base = true)
    public String appending(AppendingRenderer renderer) {
        return renderer.render();
    }

    @Benchmark
    @Title(Titles.COMMONS_TEXT)
    public String commonsText(CommonsTextRenderer renderer) {
        return renderer.render();
    }
}
