package io.claviger.examples.teamvault;

import io.claviger.SecretValue;
import java.util.ArrayList;
import java.util.List;

/** Remembers every secret that was made up, to look for it afterwards. */
final class RecordingMint implements Mint {

    private final Mint mint = Mint.random();
    private final List<String> made = new ArrayList<>();

    @Override
    public SecretValue next() {
        return remember(mint.next());
    }

    SecretValue remember(SecretValue secret) {
        made.add(secret.revealText());
        return secret;
    }

    List<String> shownIn(String text) {
        return made.stream().filter(text::contains).toList();
    }
}
