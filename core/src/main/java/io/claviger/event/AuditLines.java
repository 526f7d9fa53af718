package io.claviger.event;

import java.io.IOException;

/** Where the lines of an audit log go. Used by one thread at a time. */
@FunctionalInterface
interface AuditLines {

    void append(String line) throws IOException;
}
