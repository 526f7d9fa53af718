package io.claviger.benchmarks;

import io.claviger.SecretReference;
import io.claviger.benchmarks.stub.StubVault;
import java.util.stream.IntStream;

/** The keys of large caches. */
final class Keys {

    private Keys() {}

    static SecretReference[] references(int secrets) {
        return IntStream.range(0, secrets)
                .mapToObj(index -> StubVault.password("secret-" + index))
                .toArray(SecretReference[]::new);
    }
}
