package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.claviger.CacheStatistics;
import io.claviger.IntegrationManager;
import io.claviger.SecretHandle;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C12: a warm read allocates nothing and looks at no clock")
class WarmReadTest {

    private static final int READS = 1_000_000;
    // what the measuring itself and a late compilation may take, far below one byte a read
    private static final long SLACK = 100_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final IntegrationManager vaults = IntegrationManager.builder().build();
    private final SecretResolver secrets = vaults.resolver();

    @BeforeEach
    void prepare() {
        vaults.connect("mine", "local", Settings.empty());
        vaults.link("token", SecretReference.of("mine", "token"));
        vaults.set("token", SecretValue.ofText("value"));
    }

    @AfterEach
    void close() {
        vaults.close();
    }

    @Test
    void handle_warm_allocatesNothing() {
        SecretHandle handle = secrets.bind("token");
        assertAllocatesNothing(handle::get);
    }

    @Test
    void name_warm_allocatesNothing() {
        assertAllocatesNothing(() -> secrets.resolve("token"));
    }

    @Test
    void reference_warm_allocatesNothing() {
        SecretReference reference = SecretReference.of("mine", "token");
        assertAllocatesNothing(() -> secrets.resolve(reference));
    }

    @Test
    void warmReads_howeverMany_readTheVaultOnce() {
        for (int i = 0; i < 1000; i++) {
            secrets.resolve("token");
        }
        CacheStatistics statistics = vaults.cache().statistics();
        assertThat(statistics.loads()).isEqualTo(1);
        assertThat(statistics.hits()).isEqualTo(999);
    }

    private void assertAllocatesNothing(Runnable read) {
        repeat(read);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(read);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(SLACK);
    }

    private static void repeat(Runnable read) {
        for (int i = 0; i < READS; i++) {
            read.run();
        }
    }
}
