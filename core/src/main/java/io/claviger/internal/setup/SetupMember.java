package io.claviger.internal.setup;

/** The members of the objects of a setup. */
enum SetupMember {
    VERSION("version"),
    INTEGRATIONS("integrations"),
    LINKS("links"),
    ALIAS("alias"),
    PROVIDER("provider"),
    OWNER("owner"),
    SETTINGS("settings"),
    SCOPE("scope"),
    ALLOWED_DOMAINS("allowedDomains"),
    SESSIONS("sessions"),
    HOST_SETTINGS("hostSettings"),
    NAME("name"),
    ENVIRONMENT("environment"),
    REFERENCE("reference"),
    ENABLED("enabled"),
    FALLBACK("fallback");

    private final String key;

    SetupMember(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
