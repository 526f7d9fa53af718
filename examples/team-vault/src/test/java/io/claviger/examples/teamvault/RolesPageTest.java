package io.claviger.examples.teamvault;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.AccessPolicy;
import io.claviger.AccessRequest;
import io.claviger.Actor;
import io.claviger.Administration;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.ScriptDecision;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs/roles-and-owners.md shows code that runs, and the rules as they are")
class RolesPageTest {

    private static final Path PAGE = Path.of("../../docs/roles-and-owners.md");
    private static final Path EXAMPLES = Path.of("src/test/java/io/claviger/examples/teamvault/RolesPageExamples.java");
    private static final Actor ASKING = Actor.of("asking");
    private static final List<Owner> OWN_TEAMS_ANOTHERS =
            List.of(Owner.of(ASKING), Owner.team(), Owner.of(Actor.of("another")));

    @TempDir
    private Path directory;

    private final People people = new People();

    @Test
    void page_showsTheExamplesAsTheyAreAndNoOtherCode() throws IOException {
        List<String> shown = parts(Files.readString(PAGE), "```java\n", "```");
        List<String> examples = parts(Files.readString(EXAMPLES), "// page: begin\n", "        // page: end");

        assertThat(shown).isNotEmpty().isEqualTo(examples);
    }

    private static List<String> parts(String text, String begin, String end) {
        return Arrays.stream(text.split(begin, -1))
                .skip(1)
                .map(part ->
                        part.substring(0, part.indexOf(end)).stripTrailing().stripIndent())
                .toList();
    }

    @Test
    void roles_areThoseOfTheActor() {
        try (IntegrationManager anas = RolesPageExamples.roles(people::rolesOf)) {
            assertThat(anas.links()).isEmpty();
        }
    }

    @Test
    void restrictions_holdForTheTargetAndTheEnvironment() {
        try (IntegrationManager vaults =
                IntegrationManager.builder().roles(people).build()) {
            CredentialSource source = CredentialSource.once(
                    HashicorpCredentials.token(Mint.random().next()));
            SecretResolver secrets = RolesPageExamples.restrictions(
                    vaults.as(People.ANA),
                    "https://vault.example:8200",
                    source,
                    URI.create("https://primary.db.example.evil.example/"));

            assertThat(secrets.attempt("db_password").reason()).contains(Reason.DOMAIN_NOT_ALLOWED);
            assertThat(vaults.as(People.EVE)
                            .resolver()
                            .attempt(SecretReference.of("team-vault", "secret", "office"))
                            .reason())
                    .contains(Reason.OUT_OF_SCOPE);
            assertThat(vaults.as(People.EVE).resolver().attempt("db_password").reason())
                    .as("without an environment")
                    .contains(Reason.NOT_LINKED);
        }
    }

    @Test
    void changes_relinkShareAndHandOver() {
        try (IntegrationManager vaults =
                IntegrationManager.builder().roles(people).build()) {
            vaults.connect("mine", "local", Settings.empty());
            for (String name : List.of("new_user", "new_password", "db_user", "db_password")) {
                vaults.link(name, SecretReference.of("mine", name));
                vaults.set(name, SecretValue.ofText("value of " + name));
            }
            RolesPageExamples.changes(
                    vaults,
                    new RolesPageExamples.Targets(
                            SecretReference.of("mine", "db_user"),
                            SecretReference.of("mine", "db_password"),
                            SecretReference.of("mine", "new_user"),
                            SecretReference.of("mine", "new_password")));

            assertThat(vaults.resolver().resolve("db_user").revealText()).isEqualTo("value of new_user");
            assertThat(vaults.integration("carlas-box").orElseThrow().owner()).isEqualTo(Owner.team());
            assertThat(vaults.links())
                    .filteredOn(link -> link.name().equals("wifi"))
                    .extracting(Link::owner)
                    .containsExactly(Owner.of(People.EVE));
        }
    }

    @Test
    void scripts_areAskedAboutAndRecorded() throws IOException {
        List<Actor> asked = new ArrayList<>();
        Path file = directory.resolve("audit.jsonl");
        CompletableFuture<SecretValue> password = RolesPageExamples.scripts(
                file,
                (origin, actor) -> {
                    asked.add(actor);
                    return CompletableFuture.completedFuture(ScriptDecision.ALLOW);
                },
                people::rolesOf,
                People.ANA);

        assertThat(password)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(UnresolvedException.class);
        assertThat(asked).containsExactly(People.ANA);
        assertThat(Files.readString(file)).contains("\"operation\":\"allow_scripts\"");
    }

    @Test
    void tables_sayWhatTheStandardPolicyDecides() throws IOException {
        Set<Operation> described = EnumSet.noneOf(Operation.class);
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `") && line.contains("` | ") && !line.contains("`Operation`")) {
                List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList();
                for (String name : cells.get(0).split(", ", -1)) {
                    Operation operation = Operation.valueOf(name.replace("`", ""));
                    described.add(operation);
                    assertThat(cells.subList(1, cells.size()))
                            .as("%s", operation)
                            .isEqualTo(cells.size() == 3 ? aboutNothing(operation) : aboutIntegrations(operation));
                }
            }
        }
        assertThat(described).isEqualTo(EnumSet.allOf(Operation.class));
    }

    @Test
    void lastRows_whereTheTeamAdministers_areForAdministrators() {
        Set<Operation> lastRows = EnumSet.range(Operation.CONNECT, Operation.DISCONNECT);
        lastRows.remove(Operation.AUTHENTICATE);
        for (Operation operation : lastRows) {
            AccessRequest request = AccessRequest.of(ASKING, Set.of(Role.MEMBER), operation);
            assertThat(OWN_TEAMS_ANOTHERS).noneMatch(owner -> said(request.about(owner, Administration.TEAM))
                    .equals("yes"));
        }
    }

    private static List<String> aboutNothing(Operation operation) {
        return Stream.of(Role.MEMBER, Role.ADMIN)
                .map(role -> said(AccessRequest.of(ASKING, Set.of(role), operation)))
                .toList();
    }

    private static List<String> aboutIntegrations(Operation operation) {
        return Stream.of(Role.MEMBER, Role.ADMIN)
                .flatMap(role -> OWN_TEAMS_ANOTHERS.stream()
                        .map(owner -> AccessRequest.of(ASKING, Set.of(role), operation)
                                .about(owner, Administration.USER)))
                .map(RolesPageTest::said)
                .toList();
    }

    private static String said(AccessRequest request) {
        return AccessPolicy.standard().decide(request).allows() ? "yes" : "no";
    }
}
