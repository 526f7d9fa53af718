package io.claviger.internal.domain;

/** What is wrong with a host, a port or a pattern, and where. Never quotes user-info. */
final class DomainFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final String reason;
    private final String remedy;

    /** The index counts from 0 in the text that was looked at. No stack: targets are tested in the read path. */
    DomainFault(int index, String reason, String remedy) {
        super(reason + " " + remedy, null, false, false);
        this.index = index;
        this.reason = reason;
        this.remedy = remedy;
    }

    int index() {
        return index;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }

    DomainFault movedBy(int offset) {
        return new DomainFault(index + offset, reason, remedy);
    }
}
