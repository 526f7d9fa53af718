package io.claviger.model;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.util.Map;
import java.util.Optional;

/** Opens the vaults of a world. */
abstract class WorldProvider implements VaultProvider {

    private static final String ADDRESS = "address";
    private static final String ALIAS = "alias";
    private static final String NOTE = "note";

    private final World world;
    private final VaultKind kind;

    private WorldProvider(World world, VaultKind kind) {
        this.world = world;
        this.kind = kind;
    }

    /** Settings that tell the vault, besides, through which integration it is asked. */
    static Settings settings(String address, String alias, int note) {
        return Settings.copyOf(Map.of(ADDRESS, address, ALIAS, alias, NOTE, Integer.toString(note)));
    }

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("World")
                .administration(kind.administration())
                .setting(SettingDescriptor.required(ADDRESS, "Which vault.").destination())
                .setting(SettingDescriptor.required(ALIAS, "Which integration."))
                .setting(SettingDescriptor.required(NOTE, "Anything."))
                .credentials(Login.Key.class)
                .writable()
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        world.opened.incrementAndGet();
        return new Client(
                world.vault(settings.get(ADDRESS).orElseThrow()),
                settings.get(ALIAS).orElseThrow());
    }

    /** The client of one generation of one integration. */
    private final class Client implements VaultClient {

        private final Vault vault;
        private final String alias;

        Client(Vault vault, String alias) {
            this.vault = vault;
            this.alias = alias;
        }

        @Override
        public Location locate(SecretReference reference) {
            world.pause.run();
            if (reference.path().get(0).equals("bad")) {
                throw new ConfigurationException("The path must not begin with bad.");
            }
            return Location.of(
                    Locator.of(reference.path(), Map.of()), reference.field().orElse(null));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            Login.Key key = (Login.Key) credentials;
            Optional<Kind> failure = vault.isDown()
                    ? Optional.of(Kind.UNAVAILABLE)
                    : Optional.of(Kind.CREDENTIALS_REFUSED).filter(kind -> !key.right());
            world.log(new Contact(Contact.What.LOGIN, alias, key.principal(), "", 0, failure, world.now()));
            failure.ifPresent(kind -> {
                throw Vault.failure(kind);
            });
            WorldSession session = new WorldSession(world, vault, alias, key.principal());
            world.sessions.add(session);
            return session;
        }

        @Override
        public void close() {
            world.closed.incrementAndGet();
        }
    }

    /** Vaults that each may connect for themselves. */
    @VaultType("private")
    static final class Private extends WorldProvider {
        Private(World world) {
            super(world, VaultKind.PRIVATE);
        }
    }

    /** Vaults that administrators connect. */
    @VaultType("central")
    static final class Central extends WorldProvider {
        Central(World world) {
            super(world, VaultKind.CENTRAL);
        }
    }
}
