package io.claviger.rehearsal;

import static io.claviger.testkit.assertion.ClavigerAssertions.assertThat;

import io.claviger.testkit.canary.Traces;
import io.claviger.testkit.vault.VaultStage;

final class Main {

    public static void main(String[] arguments) {
        try (VaultStage stage = VaultStage.open().link("db_password", "app/db", "s3cret")) {
            assertThat(stage.resolver().attempt("db_password")).isResolvedTo("s3cret");
            System.out.println("resolved in module " + stage.getClass().getModule().getName());
        }
        System.out.println(
                "the canary found it: " + Traces.of("s3cret-and-long").in("a s3cret-and-long text").orElse("not"));
    }
}
