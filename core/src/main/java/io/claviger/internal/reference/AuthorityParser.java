package io.claviger.internal.reference;

/** Reads the alias. What stands in its place may be a credential, so no message repeats any of it (R2). */
final class AuthorityParser {

    private AuthorityParser() {}

    static String alias(Span authority) {
        if (authority.find("@") < authority.to()) {
            throw authority.error(
                    authority.from(),
                    "User-info is not allowed in a reference.",
                    "Write the alias alone; credentials are given to the integration when it connects.");
        }
        Span alias = authority.endingAt(authority.find(":"));
        checkAlias(alias);
        if (alias.to() < authority.to()) {
            throw authority.error(
                    alias.to(),
                    "A port is not allowed in a reference.",
                    "Write the alias alone; the address is a setting of the integration.");
        }
        return alias.content();
    }

    private static void checkAlias(Span alias) {
        if (alias.isEmpty()) {
            throw alias.error(
                    alias.from(),
                    "The alias of an integration is missing.",
                    "Write it between vault:// and the path, as in vault://team-vault/path.");
        }
        NameRules.ALIAS.fault(alias.content()).ifPresent(fault -> {
            throw alias.error(fault);
        });
    }
}
