/** Secrets of HashiCorp Vault and OpenBao. */
module io.claviger.provider.hashicorp {
    requires com.fasterxml.jackson.core;
    // nobody here names it: Spring Vault looks for it when it starts
    requires com.fasterxml.jackson.databind;
    requires transitive io.claviger.core;
    requires java.net.http;
    requires spring.core;
    requires spring.vault.core;
    requires spring.web;
    requires static transitive org.jspecify;

    exports io.claviger.provider.hashicorp;

    provides io.claviger.spi.VaultProvider with
            io.claviger.provider.hashicorp.HashicorpProvider;
}
