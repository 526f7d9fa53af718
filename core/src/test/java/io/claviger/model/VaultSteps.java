package io.claviger.model;

import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What happens by itself: in the vaults, and time. The model looks at the same vaults. */
final class VaultSteps {

    private VaultSteps() {}

    /** What happens to a secret. */
    enum Happening {
        ROTATED,
        DELETED,
        DENIED,
        PERMITTED
    }

    /** A secret changes. */
    record Change(String address, String path, Happening what) implements Step {

        @Override
        public Answer run(Subject subject) {
            Vault vault = subject.world.vault(address);
            switch (what) {
                case ROTATED -> vault.rotate(path);
                case DELETED -> vault.delete(path);
                case DENIED -> vault.deny(path, true);
                case PERMITTED -> vault.deny(path, false);
            }
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
        }
    }

    /** An outage begins or ends. */
    record Outage(String address, boolean begins) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.world.vault(address).down(begins);
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
        }
    }

    /** The vault ends every session that was of use. */
    record EndSessions(String address) implements Step {

        @Override
        public Answer run(Subject subject) {
            Vault vault = subject.world.vault(address);
            subject.world.sessions.forEach(session -> session.end(vault));
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
        }
    }

    /** Time passes. Only what a vault has denied once may be read then, to confirm it (C6). */
    record Pass(Duration time) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.world.time.advance(time);
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            Set<ModelChannel> lost = new HashSet<>();
            seen.contacts().forEach(contact -> confirm(model, contact, lost));
            model.forget();
            model.integrations.values().forEach(integration -> integration
                    .channels()
                    .forEach(channel -> Model.check(
                            !channel.overdue(model.now()), () -> "a denial was not confirmed within 5 seconds")));
        }

        private static void confirm(Model model, Contact contact, Set<ModelChannel> lost) {
            ModelIntegration integration = model.find(contact.alias());
            ModelChannel channel = integration == null ? null : integration.channelOf(contact);
            Model.check(channel != null, () -> "asked a vault for no reason: " + contact);
            if (contact.what() == Contact.What.LOGIN) {
                channel.loggedIn(contact);
            } else if (!lost.contains(channel)) {
                ModelChannel.Entry entry = channel.entries.get(contact.path());
                Model.check(
                        entry != null && entry.suspectSince() != null, () -> "asked a vault for no reason: " + contact);
                channel.read(contact, model.expiration);
                if (contact.failedWith(Kind.SESSION_ENDED) && channel.personal) {
                    // what it confirmed has gone with the session
                    lost.add(channel);
                }
            }
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }
}
