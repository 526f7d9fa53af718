package io.claviger.tests.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import io.claviger.testservers.OpenBao;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before Java 21")
@DisplayName("C13: virtual threads never pin: the provider for HashiCorp Vault and OpenBao")
class HashicorpPinningTest {

    private static final int SECRETS = 64;
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    private final OpenBao server = OpenBao.start();
    private final ExecutorService threads = VirtualThreads.create();
    private final IntegrationManager vaults =
            IntegrationManager.builder().executor(threads).build();

    @AfterEach
    void close() {
        vaults.close();
        threads.shutdownNow();
        server.close();
    }

    @Test
    void reads_ofARealServer_pinNone() throws Exception {
        vaults.connect(
                "team",
                "hashicorp",
                Settings.of("address", server.address().toString()),
                CredentialSource.renewing(() -> HashicorpCredentials.token(SecretValue.ofText(server.rootToken()))));
        for (int i = 0; i < SECRETS; i++) {
            server.write("secret/data/" + i, "{\"data\":{\"value\":\"" + i + "\"}}");
            vaults.link("secret-" + i, SecretReference.parse("vault://team/secret/" + i + "#value"));
        }
        // the first to come initialises classes, and those that come with it wait for that: not what is recorded
        resolveAll();
        vaults.cache().reset();
        try (PinRecording pins = PinRecording.start()) {
            List<String> values = resolveAll();

            assertThat(pins.stop(folder)).isEmpty();
            assertThat(values).hasSize(SECRETS).startsWith("0", "1", "2");
        }
    }

    private List<String> resolveAll() throws Exception {
        List<Future<String>> reads = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            String name = "secret-" + i;
            reads.add(threads.submit(() -> vaults.resolver().resolve(name).revealText()));
        }
        List<String> values = new ArrayList<>();
        for (Future<String> read : reads) {
            values.add(read.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
        return values;
    }
}
