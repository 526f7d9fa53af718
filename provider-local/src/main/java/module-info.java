/** Vaults that need no server: one encrypted file, environment variables, mounted secret files. */
module io.claviger.provider.local {
    requires transitive io.claviger.core;
    requires org.bouncycastle.provider;

    exports io.claviger.provider.local;

    provides io.claviger.spi.VaultProvider with
            io.claviger.provider.local.internal.env.EnvironmentProvider,
            io.claviger.provider.local.internal.files.FilesProvider,
            io.claviger.provider.local.internal.vault.LocalProvider;
}
