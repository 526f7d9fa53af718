/** Vault integrations for any Java application: the API, the cache, templates and the manager. */
module io.claviger.core {
    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;
    requires com.google.common;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.claviger;
    exports io.claviger.event;
    exports io.claviger.spi;

    uses io.claviger.spi.VaultProvider;
}
