package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Design §8: the stricter preset, tried through the manager")
class StrictPolicyTest {

    // member, administrator of either kind, partner
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "resolve a name of the team                              | y | y | n",
                "resolve a name of one's own                             | y | y | n",
                "render a name of the team                               | y | y | n",
                "resolve a direct reference                              | n | n | n",
                "render a direct reference                               | n | n | n",
                "resolve through one's own integration                   | y | y | n",
                "resolve through another's integration                   | n | n | n",
                "resolve through an integration without a scope          | n | n | n",
                "link a name of one's own                                | y | y | n",
                "relink a name of one's own                              | y | y | n",
                "disable a name of one's own                             | y | y | n",
                "restrict a name of one's own                            | y | y | n",
                "unlink a name of one's own                              | y | y | n",
                "reset a name of one's own                               | y | y | n",
                "link a name of the team                                 | n | y | n",
                "relink a name of the team                               | n | y | n",
                "disable a name of the team                              | n | y | n",
                "let a name of the team stand in                         | n | y | n",
                "restrict a name of the team                             | n | y | n",
                "unlink a name of the team                               | n | y | n",
                "reset a name of the team                                | n | y | n",
                "give a name of one's own to the team                    | n | y | n",
                "change a name of another                                | n | y | n",
                "link a name of another                                  | n | y | n",
                "store a value in a vault of the team                    | n | y | n",
                "store a value in a vault of one's own                   | y | y | n",
                "store a value in a vault of another                     | n | n | n",
                "connect a vault that users administer                   | y | y | n",
                "connect a vault that the team administers               | n | y | n",
                "edit one's own integration                              | y | y | n",
                "reauthenticate one's own integration                    | y | y | n",
                "set the scope of one's own integration                  | y | y | n",
                "set the domains of one's own integration                | y | y | n",
                "disconnect one's own integration                        | y | y | n",
                "edit another's integration                              | n | y | n",
                "reauthenticate another's integration                    | n | y | n",
                "set the scope of another's integration                  | n | y | n",
                "set the domains of another's integration                | n | y | n",
                "disconnect another's integration                        | n | y | n",
                "edit an integration of the team                         | n | y | n",
                "reauthenticate an integration of the team               | n | y | n",
                "set the scope of an integration of the team             | n | y | n",
                "set the domains of an integration of the team           | n | y | n",
                "disconnect an integration of the team                   | n | y | n",
                "edit an integration that the team administers           | n | y | n",
                "reauthenticate an integration that the team administers | n | y | n",
                "set the scope of an integration that the team administers | n | y | n",
                "set the domains of an integration that the team administers | n | y | n",
                "disconnect an integration that the team administers     | n | y | n",
                "share one's own integration                             | y | y | n",
                "share another's integration                             | n | n | n",
                "sign in for oneself                                     | y | y | n",
                "set the expiration                                      | n | y | n",
                "reset the whole cache                                   | n | y | n",
                "reset what was read through an integration              | n | y | n",
                "forget an actor                                         | n | y | n",
                "say that roles have changed                             | n | y | n",
                "see integrations, links and what is cached              | y | y | n",
            })
    void operation_isPermittedToTheRolesOfTheTable(String row, char member, char administrator, char partner) {
        assertThat(row(row)).isEqualTo("" + member + administrator + administrator + partner);
        ROWS.add(row);
    }

    private static final Set<String> ROWS = new HashSet<>();

    private static String row(String row) {
        return Stream.of(Role.MEMBER, Role.ADMIN, Role.SUPER_ADMIN, Role.PARTNER)
                .map(role -> RoleTable.permitted(AccessPolicy.strict(), row, role) ? "y" : "n")
                .collect(Collectors.joining());
    }

    @AfterAll
    static void everyRow_wasTried() {
        assertThat(ROWS).isEqualTo(RoleTable.ROWS.keySet());
    }
}
