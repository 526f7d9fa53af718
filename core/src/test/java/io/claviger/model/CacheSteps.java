package io.claviger.model;

import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps that drop what is cached, change how long it lasts, or write what is read. */
final class CacheSteps {

    private CacheSteps() {}

    /** Everything is dropped. */
    record ResetAll(Who who) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.as(who).cache().reset();
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (permitted(model, seen, who, Operation.CONFIGURE_CACHE)) {
                model.integrations.values().forEach(ModelIntegration::clear);
            }
        }
    }

    /** What is cached of one integration is dropped. */
    record ResetIntegration(Who who, String alias) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.as(who).cache().resetIntegration(alias);
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (permitted(model, seen, who, Operation.CONFIGURE_CACHE) && model.find(alias) != null) {
                model.find(alias).clear();
            }
        }
    }

    /** The secret of a name is dropped, in all environments. */
    record ResetName(Who who, String name) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.as(who).cache().resetName(name);
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            LinkKey meant = LinkSteps.Targets.plain(model, who, name);
            if (permitted(model, seen, who, Rights.change(who, meant))) {
                model.links.places(meant.owner(), name).forEach(model::drop);
            }
        }
    }

    /** Values last longer or shorter, those that are cached too. */
    record SetExpiration(Who who, int minutes) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.as(who).cache().setExpiration(Duration.ofMinutes(minutes));
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (permitted(model, seen, who, Operation.CONFIGURE_CACHE)) {
                model.expiration = Duration.ofMinutes(minutes);
                model.forget();
            }
        }
    }

    private static boolean permitted(Model model, Observed seen, Who who, Operation operation) {
        model.expectNoContact(seen);
        boolean permitted = model.permits(who, operation);
        model.expect(seen, permitted ? Answer.DONE : Answer.refused(operation));
        return permitted;
    }

    /** A value is stored through a name. */
    record Store(Who who, String name) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.as(who).set(name, SecretValue.ofText(Secrets.MARK + "stored"));
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            Reader reader = new Reader(who, "", Target.UNNAMED);
            ModelLink link = model.links.find(reader, name);
            Operation right = Operation.WRITE_VALUE;
            if (link == null
                    ? !model.permits(who, right)
                    : !model.permits(who, right, link.place().alias())) {
                model.expectNoContact(seen);
                model.expect(seen, Answer.refused(right));
                return;
            }
            Wanted wanted = Wanted.name(model, reader, name);
            Set<Reason> reasons = wanted.reasons();
            // it is not sent anywhere but to its vault
            reasons.remove(Reason.DOMAIN_NOT_ALLOWED);
            if (!reasons.isEmpty()) {
                model.expectNoContact(seen);
                Set<Answer> any = new HashSet<>();
                reasons.forEach(reason -> any.add(Answer.failed(reason)));
                if (link != null && !link.place().field().isEmpty()) {
                    any.add(Answer.INVALID);
                }
                model.expect(seen, any);
            } else if (!link.place().field().isEmpty()) {
                model.expectNoContact(seen);
                model.expect(seen, Answer.INVALID);
            } else {
                write(model, seen, link.place());
            }
        }

        private void write(Model model, Observed seen, Place place) {
            model.expectOnly(seen, List.of(Contact.What.LOGIN, Contact.What.WRITE));
            ModelIntegration integration = model.find(place.alias());
            ModelChannel channel = integration.channel(who);
            boolean right = channel.credentials.right();
            Answer answer = Answer.DONE;
            Contact last = null;
            for (Contact contact : seen.contacts()) {
                boolean own = contact.alias().equals(place.alias()) && integration.channelOf(contact) == channel;
                Model.check(own, () -> "wrote through another's session: " + contact);
                if (contact.what() == Contact.What.LOGIN) {
                    channel.loggedIn(contact);
                } else if (contact.failedWith(VaultFailure.Kind.SESSION_ENDED)) {
                    channel.read(contact, model.expiration);
                }
                last = contact;
            }
            boolean down = model.world.vault(integration.address).isDown();
            if (last == null || last.failed()) {
                answer = Answer.failed(
                        last == null || last.failedWith(VaultFailure.Kind.SESSION_ENDED)
                                ? Reason.REAUTHENTICATION_REQUIRED
                                : last.failure().get().reason());
                boolean excused = last != null || !right || down;
                Model.check(excused, () -> "wrote nothing");
            }
            model.expect(seen, answer);
            model.drop(place);
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }
}
