package io.claviger.model;

import io.claviger.Administration;

/** The two kinds of vault: one that each may connect for themselves, and one that administrators connect. */
enum VaultKind {
    PRIVATE("private", Administration.USER),
    CENTRAL("central", Administration.TEAM);

    private final String type;
    private final Administration administration;

    VaultKind(String type, Administration administration) {
        this.type = type;
        this.administration = administration;
    }

    String type() {
        return type;
    }

    Administration administration() {
        return administration;
    }
}
