package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients and sessions are used by many threads. */
abstract class ConcurrencyGroup extends ContractGroup {

    private static final int THREADS = 6;
    private static final int READS = 15;

    ConcurrencyGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("many threads in one session read each its own secret")
    void read_manyThreads_getEachTheirOwn() throws Exception {
        Session session = logIn();
        inThreads(number -> {
            SecretValue value = canary().value();
            String name = stored(value);
            for (int i = 0; i < READS; i++) {
                assertReads(session, name, value);
            }
        });
    }

    @Test
    @DisplayName("many threads with sessions of their own read through one client")
    void authenticate_manyThreads_work() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        VaultClient client = client();
        inThreads(number -> assertReads(client.authenticate(vault.credentials(), call()), name, value));
    }

    @Test
    @DisplayName("a secret that changes while it is read is the old one or the new one, never a mixture")
    void read_whileItChanges_isNeverMixed() throws Exception {
        String name = newName();
        vault.store(name, fields(0));
        Session session = logIn();
        AtomicBoolean over = new AtomicBoolean();
        inThreads(number -> {
            for (int i = 1; number == 0 && i <= READS; i++) {
                vault.store(name, fields(i));
            }
            if (number == 0) {
                over.set(true);
            }
            do {
                SecretSnapshot snapshot = read(session, name);
                assertThat(snapshot.field("user").orElseThrow().revealText().substring(4))
                        .isEqualTo(snapshot.field("password")
                                .orElseThrow()
                                .revealText()
                                .substring(4));
            } while (!over.get());
        });
    }

    private static Map<String, String> fields(int version) {
        return Map.of("user", "user" + version, "password", "pass" + version);
    }

    private static void inThreads(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                results.add(threads.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
            for (Future<Void> result : results) {
                result.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one of the threads does. */
    @FunctionalInterface
    private interface Work {

        void run(int number) throws Exception;
    }
}
