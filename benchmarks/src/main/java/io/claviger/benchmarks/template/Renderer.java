package io.claviger.benchmarks.template;

/** One way to render the document. */
public interface Renderer extends AutoCloseable {

    /** Returns the rendered text. */
    String render();

    @Override
    default void close() {}
}
