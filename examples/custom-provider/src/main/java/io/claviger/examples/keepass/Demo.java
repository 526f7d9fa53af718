package io.claviger.examples.keepass;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretValue;
import io.claviger.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An application reads the password of a database from a KeePass file, before and after somebody changes it there. */
final class Demo {

    private static final String TEXT = "jdbc:postgresql://db/app?user={{vault:db_user}}&password={{vault:db_password}}";

    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    /**
     * Tells it on the console.
     *
     * @param arguments none
     * @throws IOException if no file can be written
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("claviger-keepass");
        Path file = folder.resolve("team.kdbx");
        try {
            new Demo(System.out).tell(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    void tell(Path file) throws IOException {
        KeepassCredentials credentials = KeepassCredentials.password(SecretValue.ofText("correct horse battery"));
        SampleFile keepass = new SampleFile(file, credentials);
        keepass.put("Servers", "db", fields("first"));
        try (IntegrationManager vaults = IntegrationManager.builder().build()) {
            // guide: begin
            vaults.connect(
                    "team",
                    "keepass",
                    Settings.of("file", file.toString()),
                    CredentialSource.renewing(() -> credentials));
            vaults.link("db_user", vaults.reference("keepass://team.kdbx/Servers/db#UserName"));
            vaults.link("db_password", vaults.reference("keepass://team.kdbx/Servers/db"));
            // guide: end
            out.println("rendered: " + vaults.resolver().render(TEXT));
            keepass.put("Servers", "db", fields("second"));
            out.println("changed in KeePass, the value of before is remembered: " + isNow(vaults, "first"));
            vaults.cache().reset();
            out.println("after a reset, it is the new one: " + isNow(vaults, "second"));
            out.println("an entry that is not there: "
                    + vaults.resolver()
                            .attempt(vaults.reference("keepass://team.kdbx/Servers/mail"))
                            .explanation());
        }
    }

    private static Map<String, SecretValue> fields(String password) {
        return Map.of("UserName", SecretValue.ofText("app"), "Password", SecretValue.ofText(password));
    }

    private static boolean isNow(IntegrationManager vaults, String password) {
        return vaults.resolver().resolve("db_password").revealText().equals(password);
    }
}
