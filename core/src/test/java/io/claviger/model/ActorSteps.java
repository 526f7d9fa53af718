package io.claviger.model;

import io.claviger.Departure;
import io.claviger.Disconnection;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationState;
import io.claviger.Operation;
import io.claviger.Role;
import io.claviger.VaultIntegration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Steps about people: their roles, their leaving, and what they can see. */
final class ActorSteps {

    private ActorSteps() {}

    /** The host gives somebody other roles, and somebody tells the manager. */
    record ChangeRoles(Who who, Who whose, Set<Role> roles) implements Step {

        @Override
        public Answer run(Subject subject) {
            subject.roles(whose, roles);
            subject.as(who).rolesChanged(whose.actor());
            return Answer.DONE;
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            model.rights.roles(whose, roles);
            model.expect(
                    seen,
                    model.permits(who, Operation.MANAGE_ACTORS)
                            ? Answer.DONE
                            : Answer.refused(Operation.MANAGE_ACTORS));
        }
    }

    /** Somebody leaves. */
    record Forget(Who who, Who whom) implements Step {

        @Override
        public Answer run(Subject subject) {
            Departure departure = subject.as(who).forget(whom.actor());
            Map<String, Disconnection.Revocation> ended = new TreeMap<>();
            departure.ended().forEach(end -> ended.put(end.alias(), end.revocation()));
            Set<String> links = new TreeSet<>();
            departure.links().forEach(link -> links.add(LinkSteps.shown(link)));
            return Answer.done(ended + " " + links);
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectOnly(seen, List.of(Contact.What.REVOKE));
            if (!model.permits(who, Operation.MANAGE_ACTORS)) {
                model.expect(seen, Answer.refused(Operation.MANAGE_ACTORS));
                return;
            }
            Map<String, Disconnection.Revocation> ended = new TreeMap<>();
            for (ModelIntegration integration : model.integrations.values()) {
                end(model, integration, ended);
            }
            Set<String> links = new TreeSet<>();
            model.links.all().forEach((key, link) -> {
                if (key.owner() == whom) {
                    links.add(LinkSteps.shown(link.link(key)));
                }
            });
            model.expect(seen, Answer.done(ended + " " + links));
        }

        private void end(Model model, ModelIntegration integration, Map<String, Disconnection.Revocation> ended) {
            if (!integration.connected) {
                return;
            }
            if (integration.owner == whom) {
                ended.put(integration.alias, IntegrationSteps.end(model, integration));
                return;
            }
            ModelChannel own = integration.signedInOneByOne() ? integration.signOut(whom) : null;
            if (own != null) {
                ended.put(integration.alias, IntegrationSteps.revocation(model, integration, own.session));
            }
        }
    }

    /** Somebody looks at everything that they may see. */
    record Look(Who who) implements Step {

        @Override
        public Answer run(Subject subject) {
            IntegrationManager manager = subject.as(who);
            subject.spill.look(manager);
            Set<String> seen = new TreeSet<>();
            manager.links().forEach(link -> seen.add(LinkSteps.shown(link)));
            manager.integrations().forEach(integration -> seen.add(shown(integration)));
            manager.integrations().forEach(subject.spill::look);
            manager.cache()
                    .contents()
                    .forEach(cached -> seen.add(cached.alias() + " has " + cached.location()
                            + " version " + cached.version().orElse("") + " of "
                            + cached.sessionOwner().map(Who::of).orElse(Who.HOST)));
            return Answer.done(seen);
        }

        private static String shown(VaultIntegration integration) {
            return integration.alias() + " of " + integration.owner() + " on "
                    + integration.settings().get("address").orElse("") + " within " + integration.scope() + " for "
                    + integration.allowedDomains()
                    + (integration.state() == IntegrationState.DISCONNECTED ? " disconnected" : "");
        }

        @Override
        public void judge(Model model, Observed seen) {
            model.expectNoContact(seen);
            if (!model.permits(who, Operation.INSPECT)) {
                model.expect(seen, Answer.refused(Operation.INSPECT));
                return;
            }
            model.forget();
            Set<String> visible = new TreeSet<>();
            model.links.all().forEach((key, link) -> {
                if (key.owner() == Who.TEAM
                        || key.owner() == who
                        || model.permits(who, Operation.CHANGE_OTHERS_LINKS)) {
                    visible.add(LinkSteps.shown(link.link(key)));
                }
            });
            for (ModelIntegration integration : model.integrations.values()) {
                if (model.permits(who, Operation.INSPECT, integration.alias)) {
                    visible.add(shown(integration));
                    integration
                            .visibleTo(who)
                            .forEach((owner, channel) ->
                                    channel.entries.forEach((path, entry) -> visible.add(integration.alias + " has "
                                            + path + " version " + entry.version() + " of " + owner)));
                }
            }
            model.expect(seen, Answer.done(visible));
        }

        private static String shown(ModelIntegration integration) {
            return integration.alias + " of " + integration.owner.owner() + " on " + integration.address + " within "
                    + integration.scope.scope() + " for " + integration.domains.domains()
                    + (integration.connected ? "" : " disconnected");
        }

        @Override
        public boolean independentOfReads() {
            return false;
        }
    }
}
