package io.claviger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One secret value, text or binary, that never prints itself.
 *
 * <p>The material leaves only through the verbs {@link #revealText()} and {@link #revealBytes()}, so that every place
 * where a secret becomes readable can be found by searching for their names. {@link #toString()} is constant,
 * {@code equals} is identity (a content hash would leak into collections and logs), and the class is neither
 * {@link java.io.Serializable} nor readable by serializers that look at getters or at non-transient fields.
 *
 * <p>Bytes are copied in and out. Instances are immutable. Memory is not wiped: the virtual machine may copy objects,
 * so a promise to erase them could not be kept.
 */
public final class SecretValue {

    // transient: serializers that read fields reflectively skip it
    private final transient Object material;

    private SecretValue(Object material) {
        this.material = material;
    }

    /**
     * Returns a text value.
     *
     * @param text the text, kept character for character; may be empty
     * @return the value
     */
    public static SecretValue ofText(CharSequence text) {
        return new SecretValue(text.toString());
    }

    /**
     * Returns a binary value.
     *
     * @param bytes the bytes, which are copied; may be empty
     * @return the value
     */
    public static SecretValue ofBytes(byte[] bytes) {
        return new SecretValue(bytes.clone());
    }

    /**
     * Tells whether this value was made from bytes rather than from text.
     *
     * @return {@code true} for a binary value
     */
    public boolean binary() {
        return material instanceof byte[];
    }

    /**
     * Returns the text of this value. A binary value is decoded as UTF-8.
     *
     * @return the readable secret; treat it as such
     * @throws IllegalStateException if this value is binary and its bytes are not UTF-8; use {@link #revealBytes()}
     */
    public String revealText() {
        if (material instanceof String text) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap((byte[]) material))
                    .toString();
        } catch (CharacterCodingException e) {
            // the decoder's message tells where the bytes are malformed: not chained, it describes the secret
            throw new IllegalStateException("This secret is binary and not UTF-8 text; call revealBytes() instead.");
        }
    }

    /**
     * Returns the bytes of this value; text is encoded as UTF-8.
     *
     * @return a copy of the readable secret; treat it as such
     */
    public byte[] revealBytes() {
        return material instanceof byte[] bytes ? bytes.clone() : encoded();
    }

    /**
     * Tells whether another value has the same bytes, in time that does not depend on where they differ.
     *
     * @param other the value to compare with
     * @return {@code true} if both have the same bytes, whether text or binary
     */
    public boolean hasSameContentAs(SecretValue other) {
        return MessageDigest.isEqual(revealBytes(), other.revealBytes());
    }

    private byte[] encoded() {
        return ((String) material).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a constant that says that a secret is hidden here, and nothing of its content or size. */
    @Override
    public String toString() {
        return "SecretValue[redacted]";
    }
}
