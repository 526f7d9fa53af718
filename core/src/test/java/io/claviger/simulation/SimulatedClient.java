package io.claviger.simulation;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.LoginStarted;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.Optional;

/** A connection to a simulated vault. */
final class SimulatedClient implements VaultClient {

    private final SimulatedVault vault;

    SimulatedClient(SimulatedVault vault) {
        this.vault = vault;
    }

    /**
     * Credentials, told apart by what they were given for.
     *
     * @param number a number for each time that a host gave some
     */
    record Key(int number) implements Credentials {}

    @Override
    public Location locate(SecretReference reference) {
        return Location.of(
                Locator.of(reference.path(), reference.parameters()),
                reference.field().orElse(null));
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        World world = vault.world();
        int number = world.nextSession();
        world.log(new LoginStarted(number, vault.alias(), ((Key) credentials).number()));
        Optional<VaultFailure> failure = refusal();
        SimulatedSession session = new SimulatedSession(vault, number);
        if (failure.isEmpty()) {
            vault.began(session);
        }
        world.answering();
        Answer answer = failure.map(SimulatedSession::answer).orElse(Answer.GIVEN);
        boolean late = call.remaining().isZero();
        world.log(new LoginEnded(number, answer, late, session.lifetime()));
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        return session;
    }

    private Optional<VaultFailure> refusal() {
        Optional<VaultFailure> trouble = vault.trouble();
        if (trouble.isEmpty()
                && vault.weather().refusals().at(vault.world().time().moment())) {
            return Optional.of(VaultFailure.of(Kind.CREDENTIALS_REFUSED, "It does not know these."));
        }
        return trouble;
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
