package io.claviger.internal.reference;

/** A part of a reference that may hold any text, and the characters that stand for themselves in it (RFC 3986). */
enum Component {
    SEGMENT("the path", "!$&'()*+,;=:@", "!$&'()*+,;=:@"),
    // readers of forms take + for a space, so it is printed encoded; ? is more often a mistake for & than meant
    PARAMETER("a parameter", "!$'()*+,;=:@/", "!$'()*,;:@/"),
    FIELD("the field", "!$&'()*+,;=:@/?", "!$&'()*+,;=:@/?");

    private static final String UNRESERVED_MARKS = "-._~";

    private final String place;
    private final String read;
    private final String written;

    Component(String place, String read, String written) {
        this.place = place;
        this.read = read;
        this.written = written;
    }

    String place() {
        return place;
    }

    /** Tells whether a character may be read unencoded. */
    boolean reads(int character) {
        return unreserved(character) || read.indexOf(character) >= 0;
    }

    /** Tells whether a character is written unencoded. Whatever is written so can be read so. */
    boolean writes(int character) {
        return unreserved(character) || written.indexOf(character) >= 0;
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }
}
