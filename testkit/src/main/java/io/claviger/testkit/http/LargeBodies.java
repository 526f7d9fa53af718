package io.claviger.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Bodies that nobody should take in whole. */
final class LargeBodies {

    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    // a JSON text that has begun and does not end
    private static final byte[] BEGINNING = "{\"data\":\"".getBytes(StandardCharsets.US_ASCII);

    private LargeBodies() {}

    static void endless(OutputStream out) throws IOException {
        byte[] chunk = filler();
        out.write(BEGINNING);
        for (int i = 0; i < 160; i++) {
            out.write(chunk);
        }
    }

    static void bomb(OutputStream out) throws IOException {
        byte[] packed = packed();
        out.write(GZIP_HEADER);
        for (int i = 0; i < 4096; i++) {
            out.write(packed);
        }
    }

    /** A block that was flushed in full stands for itself, and can be repeated. */
    private static byte[] packed() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(filler());
            byte[] packed = new byte[MEBIBYTE];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] filler() {
        byte[] filler = new byte[MEBIBYTE];
        Arrays.fill(filler, (byte) 'a');
        return filler;
    }
}
