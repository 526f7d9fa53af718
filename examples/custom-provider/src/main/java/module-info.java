/** A provider of one's own: KeePass files. */
module io.claviger.examples.keepass {
    requires transitive io.claviger.core;
    requires static org.jspecify;

    exports io.claviger.examples.keepass;

    provides io.claviger.spi.VaultProvider with
            io.claviger.examples.keepass.KeepassProvider;
}
