package io.claviger.event;

import java.io.IOException;
import java.io.Writer;

/** Lines into a writer of the host's, each flushed. */
final class AuditStream implements AuditLines {

    private final Writer writer;
    private boolean midLine;

    AuditStream(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void append(String line) throws IOException {
        String text = (midLine ? "\n" : "") + line + "\n";
        midLine = true;
        writer.write(text);
        writer.flush();
        midLine = false;
    }
}
