package io.claviger.testkit.canary;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hears one of the system's streams, and passes on what is printed. */
final class StreamEar implements Ear {

    private final String name;
    private final Supplier<PrintStream> current;
    private final Consumer<PrintStream> replace;
    private final Evidence evidence;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private PrintStream original = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private StreamEar(String name, Supplier<PrintStream> current, Consumer<PrintStream> replace, Evidence evidence) {
        this.name = name;
        this.current = current;
        this.replace = replace;
        this.evidence = evidence;
    }

    static StreamEar out(Evidence evidence) {
        return new StreamEar("System.out", () -> System.out, System::setOut, evidence);
    }

    static StreamEar err(Evidence evidence) {
        return new StreamEar("System.err", () -> System.err, System::setErr, evidence);
    }

    @Override
    public void open() {
        original = current.get();
        heard.reset();
        replace.accept(new PrintStream(new Fork(original, heard), true, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        replace.accept(original);
        evidence.add(name, heard.toString(StandardCharsets.UTF_8));
    }

    private static final class Fork extends OutputStream {

        private final PrintStream original;
        private final ByteArrayOutputStream copy;

        Fork(PrintStream original, ByteArrayOutputStream copy) {
            this.original = original;
            this.copy = copy;
        }

        @Override
        public void write(int b) {
            original.write(b);
            copy.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            original.write(bytes, from, length);
            copy.write(bytes, from, length);
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
