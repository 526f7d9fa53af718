package io.claviger;

/** A reference, template or setup is malformed: where, why, and what to write instead. */
public final class SyntaxException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;
    private final String remedy;

    /**
     * Creates an exception about one place in a text.
     *
     * @param line the line, counted from 1
     * @param column the column in that line, counted from 1 in UTF-16 units
     * @param reason what is wrong there; never quotes user-info or a value
     * @param remedy what to write instead
     */
    public SyntaxException(int line, int column, String reason, String remedy) {
        super("line " + line + ", column " + column + ": " + reason + " " + remedy);
        this.line = line;
        this.column = column;
        this.reason = reason;
        this.remedy = remedy;
    }

    /**
     * Returns the line, counted from 1.
     *
     * @return the line
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column, counted from 1 in UTF-16 units.
     *
     * @return the column
     */
    public int column() {
        return column;
    }

    /**
     * Returns what is wrong.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns what to write instead.
     *
     * @return one sentence
     */
    public String remedy() {
        return remedy;
    }
}
