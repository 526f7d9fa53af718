package io.claviger.examples.teamvault;

import io.claviger.event.AuditWriter;
import io.claviger.event.VaultEventListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The audit log of the day. */
final class AuditPage {

    private final Path file;
    private final AuditWriter writer;

    AuditPage(Path file) {
        this.file = file;
        this.writer = AuditWriter.toFile(file);
    }

    /** Records management calls before and after they take effect; without it they are refused. */
    AuditWriter required() {
        return writer;
    }

    /** Records what is no management call: reads of the vault, logins, scripts. */
    VaultEventListener others() {
        return event -> {
            if (event.call().isEmpty()) {
                writer.on(event);
            }
        };
    }

    void tell(Narrator narrator) throws IOException {
        narrator.chapter("The audit log knows who did what; these calls were refused");
        // what listeners are told of may still be on its way: calls are recorded when they return
        List<String> calls = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"call\":"))
                .toList();
        calls.stream().filter(line -> line.contains("\"outcome\":\"refused\"")).forEach(narrator::line);
        long done = calls.stream()
                .filter(line -> line.contains("\"outcome\":\"done\""))
                .count();
        narrator.line("and " + done + " calls were done; reads, logins and scripts are in it too, and no value is");
    }
}
