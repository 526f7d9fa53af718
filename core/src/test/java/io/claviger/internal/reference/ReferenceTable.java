package io.claviger.internal.reference;

import io.claviger.support.TextTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of references among the test resources; their first line says how they are written. */
final class ReferenceTable {

    private ReferenceTable() {}

    static Stream<Arguments> rows(String resource) {
        return TextTable.rows(ReferenceTable.class, resource);
    }
}
