package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Contents as the plaintext of a vault file. */
final class ContentsCodec {

    private static final int TEXT = 0;
    private static final int BINARY = 1;

    private ContentsCodec() {}

    static byte[] encode(Contents contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(contents.entries().size());
            for (Map.Entry<String, Entry> entry : contents.entries().entrySet()) {
                encode(entry.getKey(), entry.getValue(), out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("An array takes every write.", e);
        }
        return bytes.toByteArray();
    }

    private static void encode(String name, Entry entry, DataOutputStream out) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] value = entry.value().revealBytes();
        out.writeLong(entry.revision());
        out.writeByte(entry.value().binary() ? BINARY : TEXT);
        out.writeShort(nameBytes.length);
        out.write(nameBytes);
        out.writeInt(value.length);
        out.write(value);
    }

    /** Reads what {@link #encode} wrote. */
    static Contents decode(byte[] plaintext, long revision, FileTrouble trouble) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plaintext))) {
            int count = in.readInt();
            SortedMap<String, Entry> entries = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                long stored = in.readLong();
                boolean binary = in.readUnsignedByte() == BINARY;
                String name = utf8(bytes(in, in.readUnsignedShort()));
                entries.put(name, Entry.of(value(bytes(in, in.readInt()), binary), stored));
            }
            if (in.read() >= 0 || entries.size() != count) {
                throw trouble.damaged("its entries are not in the expected form");
            }
            return Contents.of(revision, entries);
        } catch (IOException e) {
            throw trouble.damaged("its entries are not in the expected form");
        }
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("A length is out of bounds.");
        }
        return in.readNBytes(length);
    }

    private static SecretValue value(byte[] bytes, boolean binary) throws IOException {
        return binary ? SecretValue.ofBytes(bytes) : SecretValue.ofText(utf8(bytes));
    }

    private static String utf8(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
