package io.claviger.testkit.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptVault;
import io.claviger.SecretValue;
import io.claviger.SetupStore;
import io.claviger.event.AuditWriter;
import io.claviger.testkit.vault.VaultStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A canary watches audit, setup and scripts of a manager that is in use")
class WatchedStageTest {

    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("orders", "Orders");

    @RegisterExtension
    static final LeakCanary CANARY = new LeakCanary();

    @TempDir
    Path folder;

    private VaultStage stage() {
        AuditWriter file = AuditWriter.toFile(folder.resolve("audit.log"));
        return VaultStage.open(builder -> builder.requireAudit(event -> {
                    CANARY.auditSink().write(event);
                    file.write(event);
                })
                .setupStore(CANARY.watched(SetupStore.file(folder.resolve("setup.json"))))
                .scripts(CANARY.watched((origin, actor) -> CompletableFuture.completedFuture(ScriptDecision.ALLOW))));
    }

    @Test
    void manager_inUse_keepsItsSecretsFromFilesAndScripts() throws Exception {
        SecretValue value = CANARY.value();
        SecretValue next = CANARY.value();
        try (VaultStage stage = stage()) {
            stage.link("token", "app/token", value.revealText());
            ScriptVault script = stage.manager().scripts().forScript(ORDERS);

            assertThat(script.get("token").join().hasSameContentAs(value)).isTrue();
            CANARY.see(script.set("token", next)).join();
            assertThat(script.get("token").join().hasSameContentAs(next)).isTrue();
            stage.vault().goDown();
            stage.manager().cache().reset();
            CompletableFuture<SecretValue> failed = CANARY.see(script.get("token"));
            assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class);
            CANARY.see(stage.manager().scripts().grants());
        }
        CANARY.read(folder);
        assertThat(Files.readString(folder.resolve("setup.json"))).contains("app");
        assertThat(Files.readAllLines(folder.resolve("audit.log"))).hasSizeGreaterThan(5);
    }
}
