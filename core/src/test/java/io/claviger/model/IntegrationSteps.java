package io.claviger.model;

import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.Settings;
import java.util.List;
import java.util.Set;

/** Steps that change integrations. */
final class IntegrationSteps {

    static final String ROBOT = "robot";

    private IntegrationSteps() {}

    /** A new integration, or one that was disconnected. */
    record Connect(Who who, String alias, VaultKind kind, String address, Login login) implements Step {

        @Override
        public Answer run(Subject subject) {
            Settings settings = WorldProvider.settings(address, alias, 0);
            subject.spill.look(subject.as(who).connect(alias, kind.type(), settings, login.source(ROBOT)));
            subject.opened(alias, login);
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            ModelIntegration known = model.find(alias);
            Who owner = kind == VaultKind.CENTRAL ? Who.TEAM : who;
            Rule.About about = known == null ? new Rule.About(owner, kind, false) : known.about();
            if (!model.rights.permit(who, Operation.CONNECT, about)) {
                model.expect(seen, Answer.refused(Operation.CONNECT));
            } else if (known != null && (known.connected || known.kind != kind)) {
                model.expect(seen, Answer.INVALID);
            } else {
                model.expect(seen, Answer.DONE);
                ModelIntegration now = known == null ? new ModelIntegration(alias, kind, owner) : known;
                now.address = address;
                now.open(new ModelCredentials(login, ROBOT));
                model.integrations.put(alias, now);
            }
        }

        @Override
        public boolean independentOfReads() {
            return login == Login.LASTING || login.perActor();
        }
    }

    /** New settings; with no login the credentials stay. */
    record Edit(Who who, String alias, String address, int note, Login login) implements Step {

        @Override
        public Answer run(Subject subject) {
            Settings settings = WorldProvider.settings(address, alias, note);
            IntegrationManager manager = subject.as(who);
            subject.spill.look(
                    login == null ? manager.edit(alias, settings) : manager.edit(alias, settings, login.source(ROBOT)));
            if (login != null) {
                subject.opened(alias, login);
            }
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectOnly(seen, List.of(Contact.What.REVOKE));
            ModelIntegration known = model.find(alias);
            if (!model.permits(who, Operation.EDIT, alias)) {
                model.expect(seen, Answer.refused(Operation.EDIT));
            } else if (known == null || !known.connected || (login == null && !known.address.equals(address))) {
                model.expect(seen, Answer.INVALID);
            } else {
                model.expect(seen, Answer.DONE);
                known.address = address;
                if (login == null) {
                    known.reopen();
                } else {
                    known.open(new ModelCredentials(login, ROBOT));
                }
            }
        }

        @Override
        public boolean independentOfReads() {
            return login == null || login == Login.LASTING || login.perActor();
        }
    }

    /** New credentials: for all, or for oneself where people sign in one by one. */
    record Reauthenticate(Who who, String alias, Login login) implements Step {

        @Override
        public Answer run(Subject subject) {
            // nobody knows beforehand whether it is for one or for all
            String whose = subject.signedInOneByOne(alias) ? who.id() : ROBOT;
            subject.spill.look(subject.as(who).reauthenticate(alias, login.source(whose)));
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectOnly(seen, List.of(Contact.What.LOGIN, Contact.What.REVOKE));
            ModelIntegration known = model.find(alias);
            boolean personal = known != null && known.signedInOneByOne();
            Operation operation = personal ? Operation.AUTHENTICATE : Operation.REAUTHENTICATE;
            if (!model.permits(who, operation, alias)) {
                model.expect(seen, Answer.refused(operation));
                model.expectNoContact(seen);
            } else if (known == null || !known.connected) {
                model.expect(seen, Answer.INVALID);
                model.expectNoContact(seen);
            } else {
                login(model, seen, known, personal);
            }
        }

        private void login(Model model, Observed seen, ModelIntegration known, boolean personal) {
            ModelCredentials credentials = new ModelCredentials(login, personal ? who.id() : ROBOT);
            ModelChannel former = known.channel(who);
            String identity = login.principal(credentials.whose);
            if (model.world.vault(known.address).isDown()) {
                model.expect(seen, Answer.failed(Reason.UNREACHABLE));
            } else if (login.wrong()) {
                model.expect(seen, Answer.failed(Reason.REAUTHENTICATION_REQUIRED));
            } else if (former != null && former.identity != null && !former.identity.equals(identity)) {
                model.expect(seen, Answer.INVALID);
            } else {
                model.expect(seen, Answer.DONE);
                seen.contacts().stream()
                        .filter(contact -> contact.what() == Contact.What.LOGIN)
                        .forEach(credentials::tried);
                if (personal) {
                    known.signIn(who, credentials, identity);
                } else {
                    known.reauthenticated(credentials, identity);
                }
            }
        }

        @Override
        public boolean independentOfReads() {
            return login == Login.LASTING;
        }
    }

    /** What may be read through an integration. */
    record SetScope(Who who, String alias, Scope scope) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(subject.as(who).setScope(alias, scope.scope()).scope());
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (allowed(model, seen, who, Operation.CHANGE_SCOPE, alias)) {
                model.expect(seen, Answer.done(scope.scope()));
                model.find(alias).scope = scope;
                model.find(alias).clear();
            }
        }
    }

    /** Where the values of an integration may be sent. */
    record SetDomains(Who who, String alias, Domains domains) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(
                    subject.as(who).setAllowedDomains(alias, domains.domains()).allowedDomains());
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (allowed(model, seen, who, Operation.CHANGE_SCOPE, alias)) {
                model.expect(seen, Answer.done(domains.domains()));
                model.find(alias).domains = domains;
                model.find(alias).clear();
            }
        }
    }

    /** An integration of one's own becomes the team's. */
    record Share(Who who, String alias) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(subject.as(who).share(alias).owner());
        }

        @Override
        public void judge(Model model, Observed seen) {
            if (allowed(model, seen, who, Operation.SHARE, alias)) {
                model.expect(seen, Answer.done(Who.TEAM.owner()));
                model.find(alias).owner = Who.TEAM;
            }
        }
    }

    /** Disconnects. */
    record Disconnect(Who who, String alias) implements Step {

        @Override
        public Answer run(Subject subject) {
            return Answer.done(subject.as(who).disconnect(alias).revocation());
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectOnly(seen, List.of(Contact.What.REVOKE));
            if (!permitted(model, seen, who, Operation.DISCONNECT, alias)) {
                return;
            }
            model.expectNoSession(alias);
            ModelIntegration known = model.find(alias);
            model.expect(seen, Answer.done(end(model, known)));
        }
    }

    /** Disconnects in the model, and says what has to become of its sessions. */
    static Revocation end(Model model, ModelIntegration known) {
        boolean session = known.connected && known.hasSession();
        known.close();
        return revocation(model, known, session);
    }

    static Revocation revocation(Model model, ModelIntegration known, boolean session) {
        if (!session) {
            return Revocation.NOTHING_TO_REVOKE;
        }
        return model.world.vault(known.address).isDown() ? Revocation.FAILED : Revocation.REVOKED;
    }

    private static boolean allowed(Model model, Observed seen, Who who, Operation operation, String alias) {
        model.expectNoContact(seen);
        return permitted(model, seen, who, operation, alias);
    }

    private static boolean permitted(Model model, Observed seen, Who who, Operation operation, String alias) {
        if (!model.permits(who, operation, alias)) {
            model.expect(seen, Set.of(Answer.refused(operation)));
            return false;
        }
        if (model.find(alias) == null) {
            model.expect(seen, Answer.INVALID);
            return false;
        }
        return true;
    }
}
