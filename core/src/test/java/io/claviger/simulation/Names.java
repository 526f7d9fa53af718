package io.claviger.simulation;

import io.claviger.SecretReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The names that the host has linked, as it knows them. Secrets are written {@code alias/path}. */
final class Names {

    private final SplittableRandom random;
    private final List<String> secrets = new ArrayList<>();
    private final Map<String, String> links = new TreeMap<>();
    private final Set<String> disabled = new HashSet<>();

    Names(SplittableRandom random, Map<String, SimulatedVault> vaults) {
        this.random = random;
        vaults.forEach((alias, vault) -> vault.paths().forEach(path -> secrets.add(alias + "/" + path)));
        // one secret in four has a second name
        for (int i = 0; i < secrets.size() * 5 / 4; i++) {
            links.put("n" + i, secrets.get(i % secrets.size()));
        }
    }

    List<String> secrets() {
        return secrets;
    }

    Map<String, String> links() {
        return links;
    }

    /** Some name, a popular one more often. */
    String name() {
        double popularity = random.nextDouble() * random.nextDouble();
        return "n" + (int) (popularity * links.size());
    }

    String secret() {
        return secrets.get(random.nextInt(secrets.size()));
    }

    void relink(String name, String secret) {
        links.put(name, secret);
    }

    boolean enabled(String name) {
        return !disabled.contains(name);
    }

    void enable(String name, boolean enabled) {
        if (enabled) {
            disabled.remove(name);
        } else {
            disabled.add(name);
        }
    }

    /** The secret that a name gives now. */
    Optional<String> usable(String name) {
        return enabled(name) ? Optional.of(links.get(name)) : Optional.empty();
    }

    static String alias(String secret) {
        return secret.substring(0, secret.indexOf('/'));
    }

    static String path(String secret) {
        return secret.substring(secret.indexOf('/') + 1);
    }

    static SecretReference reference(String secret) {
        return SecretReference.of(alias(secret), path(secret));
    }
}
