package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.read;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** No library underneath logs a token, an id or a value, whatever the level. */
@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class LogLeakTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger platformRoot =
            LogManager.getLogManager().getLogger("");
    private final Level level = root.getLevel();
    private final java.util.logging.Level platformLevel = platformRoot.getLevel();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getThreadName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord event) {
            lines.add(new SimpleFormatter().format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        handler.setLevel(java.util.logging.Level.ALL);
        platformRoot.addHandler(handler);
        platformRoot.setLevel(java.util.logging.Level.ALL);
    }

    @AfterEach
    void stopListening() {
        platformRoot.removeHandler(handler);
        platformRoot.setLevel(platformLevel);
        root.detachAppender(appender);
        root.setLevel(level);
    }

    @Test
    void anything_atEveryLevel_logsNoMaterial(OpenBao server) {
        String value = Vaults.unique("c4n4ry-value\u00fc\"");
        server.write("secret/data/leak", "{\"data\":{\"k\":\"" + value.replace("\"", "\\\"") + "\"}}");
        AppRole role =
                new AppRole(server, "\"token_policies\":[\"" + Vaults.policy(server, "secret/*", "read") + "\"]");
        String roleId = role.roleId();
        String secretId = role.newSecretId();
        String wrongSecretId = Vaults.unique("c4n4ry-wrong");
        String token = Vaults.token(server, "secret/*", "read");
        lines.clear();

        try (VaultClient client = Vaults.open(server.address(), "auth-mount", role.mount())) {
            useOnce(client.authenticate(HashicorpCredentials.appRole(roleId, secretId), call()));
            useOnce(client.authenticate(HashicorpCredentials.token(token), call()));
            failure(() -> client.authenticate(HashicorpCredentials.appRole(roleId, wrongSecretId), call()));
            failure(() -> client.authenticate(HashicorpCredentials.token(wrongSecretId), call()));
        }

        assertThat(lines).as("Spring's own log").anyMatch(line -> line.contains("/v1/secret/data/leak"));
        for (String secret : List.of(value, secretId, wrongSecretId, token, roleId)) {
            assertThat(lines).noneMatch(line -> shows(line, secret));
        }
    }

    private static void useOnce(Session session) {
        read(session, "secret/leak");
        failure(() -> read(session, "secret/none"));
        failure(() -> read(session, "cubbyhole/none"));
        session.revoke(call());
    }

    private static boolean shows(String line, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return line.contains(secret)
                || line.contains(secret.replace("\"", "\\\""))
                || line.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
