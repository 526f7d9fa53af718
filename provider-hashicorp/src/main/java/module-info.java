/** Secrets of HashiCorp Vault and OpenBao. */
module io.claviger.provider.hashicorp {
    requires com.fasterxml.jackson.core;
    requires transitive io.claviger.core;
    requires java.net.http;
    requires spring.core;
    requires spring.vault.core;
    requires spring.web;
    requires static transitive org.jspecify;
    // Spring needs them when it runs, and cannot say so: its jars have no module declarations
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.logging;

    exports io.claviger.provider.hashicorp;

    provides io.claviger.spi.VaultProvider with
            io.claviger.provider.hashicorp.HashicorpProvider;
}
