package io.claviger.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class OpenBaoExtensionTest {

    private static OpenBao shared;

    @BeforeAll
    static void server(OpenBao server) {
        shared = server;
    }

    @Test
    void parameter_inTestAndClass_isTheSameRunningServer(OpenBao server) {
        assertThat(server).isSameAs(shared);
        assertThat(server.isHealthy()).isTrue();
    }
}
