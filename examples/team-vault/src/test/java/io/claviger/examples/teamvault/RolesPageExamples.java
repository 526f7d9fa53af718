package io.claviger.examples.teamvault;

import io.claviger.AccessPolicy;
import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.CredentialSource;
import io.claviger.Departure;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.Relink;
import io.claviger.Role;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptPrompt;
import io.claviger.ScriptVault;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.event.AuditWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The code that docs/roles-and-owners.md shows, kept here so that it compiles and runs. */
final class RolesPageExamples {

    private RolesPageExamples() {}

    static IntegrationManager roles(Directory directory) {
        // page: begin
        IntegrationManager vaults = IntegrationManager.builder()
                .roles(directory::rolesOf) // Set<Role> of an Actor, asked at each use
                .accessPolicy(AccessPolicy.standard()) // the default; AccessPolicy.strict(), or a policy of your own
                .build();
        IntegrationManager anas = vaults.as(Actor.of("ana")); // the same operations, under Ana's rights
        // page: end
        return anas;
    }

    static SecretResolver restrictions(IntegrationManager anas, String address, CredentialSource source, URI target) {
        // page: begin
        anas.connect("team-vault", "hashicorp", Settings.of("address", address), source);
        anas.setScope("team-vault", IntegrationScope.of("secret/shop/**")); // nothing else is read through it

        SecretReference staging = SecretReference.parse("vault://team-vault/secret/shop/staging#password");
        SecretReference production = SecretReference.parse("vault://team-vault/secret/shop/production#password");
        anas.link(Link.of("db_password", staging).inEnvironment("staging"));
        anas.link(Link.of("db_password", production)
                .inEnvironment("production")
                .withAllowedDomains(AllowedDomains.parse("*.db.example"))); // its value goes nowhere else

        SecretResolver secrets = anas.resolver().inEnvironment("production").forTarget(target);
        // page: end
        return secrets;
    }

    static void changes(IntegrationManager vaults, Targets targets) {
        Actor ana = People.ANA;
        Actor carla = People.CARLA;
        Actor eve = People.EVE;
        SecretReference oldUser = targets.oldUser();
        SecretReference oldPassword = targets.oldPassword();
        SecretReference newUser = targets.newUser();
        SecretReference newPassword = targets.newPassword();
        SecretReference wifi = SecretReference.of("carlas-box", "wifi");
        // page: begin
        Relink user = Relink.of(LinkId.of("db_user"), newUser).expecting(oldUser);
        Relink password = Relink.of(LinkId.of("db_password"), newPassword).expecting(oldPassword);
        vaults.as(ana).relink(List.of(user.verified(), password.verified())); // both or neither, after both were read

        vaults.as(carla).connect("carlas-box", "local", Settings.empty()); // hers alone
        vaults.as(carla).link(Link.of("wifi", wifi).ownedBy(Owner.of(carla)));
        vaults.as(carla).share("carlas-box"); // the team's from now on

        Departure departure = vaults.as(ana).forget(carla); // signed out, sessions revoked, values dropped
        for (Link link : departure.links()) {
            vaults.as(ana).handOver(link.id(), Owner.of(eve));
        }
        // page: end
    }

    static CompletableFuture<SecretValue> scripts(Path file, ScriptPrompt dialog, Directory directory, Actor ana) {
        // page: begin
        AuditWriter audit = AuditWriter.toFile(file); // JSON lines; rotation is yours
        IntegrationManager vaults = IntegrationManager.builder()
                .roles(directory::rolesOf)
                .requireAudit(audit) // a management call that cannot be recorded is refused
                .listener(event -> {
                    // reads, logins, scripts: management calls have a number, and are recorded already
                    if (event.call().isEmpty()) {
                        audit.on(event);
                    }
                })
                .scripts((origin, actor) -> dialog.ask(origin, actor)) // off without this
                .build();

        ScriptOrigin shop = ScriptOrigin.workspace("w-1", "Shop");
        ScriptOrigin checkout = ScriptOrigin.collection("c-1", "Checkout").within(shop);
        ScriptVault script = vaults.as(ana).scripts().forScript(checkout); // all that a script is given
        CompletableFuture<SecretValue> password = script.get("db_password"); // the prompt is asked first, once
        // page: end
        return password.whenComplete((value, thrown) -> vaults.close());
    }

    /** Who works here, as the host keeps it. */
    interface Directory {
        Set<Role> rolesOf(Actor actor);
    }

    /** Where two names point, and where they are to point. */
    record Targets(
            SecretReference oldUser,
            SecretReference oldPassword,
            SecretReference newUser,
            SecretReference newPassword) {}
}
