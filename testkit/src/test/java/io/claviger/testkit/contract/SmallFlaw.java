package io.claviger.testkit.contract;

/** What a provider can do wrong with a server. */
enum SmallFlaw {
    FOLLOWS_REDIRECTS(HttpVaultContract.Transport.class),
    COLLECTS_EVERYTHING(HttpVaultContract.Transport.class),
    UNPACKS_EVERYTHING(HttpVaultContract.Transport.class),
    SENDS_PLAIN(HttpVaultContract.Transport.class),
    TRUSTS_EVERYBODY(HttpVaultContract.Certificates.class),
    TRUSTS_ANY_HOST(HttpVaultContract.Certificates.class),
    QUOTES_BODIES(HttpVaultContract.StrayAnswers.class),
    BELIEVES_ANYTHING(VaultContract.MalformedReplies.class),
    SIGNS_IN_UNASKED(VaultContract.SignIn.class),
    IGNORES_INTERRUPTS(VaultContract.Deadlines.class);

    private final Class<?> group;

    SmallFlaw(Class<?> group) {
        this.group = group;
    }

    /** The group of the contract that must catch it. */
    Class<?> group() {
        return group;
    }
}
