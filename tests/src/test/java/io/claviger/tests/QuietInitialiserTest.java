package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.tests.planted.initialisers.AsksVault;
import io.claviger.tests.planted.initialisers.Connects;
import io.claviger.tests.planted.initialisers.Harmless;
import io.claviger.tests.planted.initialisers.Helper;
import io.claviger.tests.planted.initialisers.ReadsFile;
import io.claviger.tests.planted.initialisers.WaitsInASubtype;
import io.claviger.tests.planted.initialisers.WaitsInLambda;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C13: virtual threads never pin: no class initialiser of core and providers does I/O or waits")
class QuietInitialiserTest {

    @Test
    void initialisers_ofCoreAndProviders_neverBlock() {
        assertThat(BlockingInitialisers.in(Imported.main(Reactor.libraries()))).isEmpty();
    }

    @Test
    void initialisers_ofCoreAndProviders_areLookedAt() {
        assertThat(Imported.main(Reactor.libraries()).stream()
                        .filter(type -> type.getStaticInitializer().isPresent()))
                .hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("a file read, a connection, a vault asked, a wait in a lambda or in a subtype's method are noticed")
    void blockingInitialisers_areNoticed() {
        List<String> found = BlockingInitialisers.in(Imported.planted(
                ReadsFile.class,
                Connects.class,
                AsksVault.class,
                WaitsInLambda.class,
                WaitsInASubtype.class,
                WaitsInASubtype.Patient.class,
                WaitsInASubtype.Step.class,
                Helper.class,
                Harmless.class));

        assertThat(found)
                .map(line -> line.replaceAll("io[.]claviger[.]tests[.]planted[.]initialisers[.]", ""))
                .containsExactly(
                        "AsksVault by AsksVault.<clinit>(): io.claviger.CredentialSource.next()",
                        "Connects by Helper.connect(): java.net.Socket.<init>(java.lang.String, int)",
                        "ReadsFile by ReadsFile.<clinit>(): java.nio.file.Files.readString(java.nio.file.Path)",
                        "WaitsInASubtype by WaitsInASubtype$Patient.take(java.util.concurrent.CompletableFuture):"
                                + " java.util.concurrent.CompletableFuture.join()",
                        "WaitsInLambda by WaitsInLambda.<clinit>(): java.util.concurrent.CountDownLatch.await()");
    }
}
