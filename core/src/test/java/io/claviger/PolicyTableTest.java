package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Design §8: the table of roles and its stricter preset, tried through the manager")
class PolicyTableTest {

    // what is done | by a member, an administrator of either kind, a partner: as usual | by the stricter preset
    private static final String TABLE = """
            resolve a name of the team                                  | yes yes no  | yes yes no
            resolve a name of one's own                                 | yes yes no  | yes yes no
            render a name of the team                                   | yes yes no  | yes yes no
            resolve a direct reference                                  | yes yes no  | no no no
            render a direct reference                                   | yes yes no  | no no no
            resolve through one's own integration                       | yes yes no  | yes yes no
            resolve through another's integration                       | no no no    | no no no
            resolve through an integration without a scope              | yes yes no  | no no no
            link a name of one's own                                    | yes yes no  | yes yes no
            relink a name of one's own                                  | yes yes no  | yes yes no
            disable a name of one's own                                 | yes yes no  | yes yes no
            restrict a name of one's own                                | yes yes no  | yes yes no
            unlink a name of one's own                                  | yes yes no  | yes yes no
            reset a name of one's own                                   | yes yes no  | yes yes no
            link a name of the team                                     | yes yes no  | no yes no
            relink a name of the team                                   | yes yes no  | no yes no
            disable a name of the team                                  | yes yes no  | no yes no
            let a name of the team stand in                             | yes yes no  | no yes no
            restrict a name of the team                                 | yes yes no  | no yes no
            unlink a name of the team                                   | yes yes no  | no yes no
            reset a name of the team                                    | yes yes no  | no yes no
            give a name of one's own to the team                        | yes yes no  | no yes no
            change a name of another                                    | no yes no   | no yes no
            link a name of another                                      | no yes no   | no yes no
            store a value in a vault of the team                        | yes yes no  | no yes no
            store a value in a vault of one's own                       | yes yes no  | yes yes no
            store a value in a vault of another                         | no no no    | no no no
            connect a vault that users administer                       | yes yes no  | yes yes no
            connect a vault that the team administers                   | no yes no   | no yes no
            edit one's own integration                                  | yes yes no  | yes yes no
            reauthenticate one's own integration                        | yes yes no  | yes yes no
            set the scope of one's own integration                      | yes yes no  | yes yes no
            set the domains of one's own integration                    | yes yes no  | yes yes no
            disconnect one's own integration                            | yes yes no  | yes yes no
            edit another's integration                                  | no yes no   | no yes no
            reauthenticate another's integration                        | no yes no   | no yes no
            set the scope of another's integration                      | no yes no   | no yes no
            set the domains of another's integration                    | no yes no   | no yes no
            disconnect another's integration                            | no yes no   | no yes no
            edit an integration of the team                             | no yes no   | no yes no
            reauthenticate an integration of the team                   | no yes no   | no yes no
            set the scope of an integration of the team                 | no yes no   | no yes no
            set the domains of an integration of the team               | no yes no   | no yes no
            disconnect an integration of the team                       | no yes no   | no yes no
            edit an integration that the team administers               | no yes no   | no yes no
            reauthenticate an integration that the team administers     | no yes no   | no yes no
            set the scope of an integration that the team administers   | no yes no   | no yes no
            set the domains of an integration that the team administers | no yes no   | no yes no
            disconnect an integration that the team administers         | no yes no   | no yes no
            share one's own integration                                 | yes yes no  | yes yes no
            share another's integration                                 | no no no    | no no no
            sign in for oneself                                         | yes yes no  | yes yes no
            set the expiration                                          | yes yes no  | no yes no
            reset the whole cache                                       | yes yes no  | no yes no
            reset what was read through an integration                  | yes yes no  | no yes no
            forget an actor                                             | no yes no   | no yes no
            say that roles have changed                                 | no yes no   | no yes no
            export the setup                                            | no yes no   | no yes no
            plan the import of a setup                                  | no yes no   | no yes no
            see integrations, links and what is cached                  | yes yes no  | yes yes no
            """;

    static Stream<Arguments> rows() {
        return TABLE.lines()
                .map(line -> List.of(line.split("\\|")))
                .map(cells -> Arguments.of(
                        cells.get(0).trim(), cells.get(1).trim(), cells.get(2).trim()));
    }

    @Test
    void table_hasARowForEachOperation_andNoOther() {
        assertThat(rows().map(row -> row.get()[0])).containsExactlyElementsOf(RoleTable.ROWS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void operation_isPermittedToTheRolesOfTheTable(String row, String usual, String strict) {
        assertPermitted(AccessPolicy.standard(), row, usual);
        assertPermitted(AccessPolicy.strict(), row, strict);
    }

    private static void assertPermitted(AccessPolicy policy, String row, String decisions) {
        assertThat(Stream.of(Role.MEMBER, Role.ADMIN, Role.PARTNER).map(role -> tried(policy, row, role)))
                .containsExactly(decisions.split(" "));
        assertThat(tried(policy, row, Role.SUPER_ADMIN)).isEqualTo(tried(policy, row, Role.ADMIN));
    }

    private static String tried(AccessPolicy policy, String row, Role role) {
        return RoleTable.permitted(policy, row, role) ? "yes" : "no";
    }
}
