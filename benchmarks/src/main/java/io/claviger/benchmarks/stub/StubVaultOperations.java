package io.claviger.benchmarks.stub;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.vault.core.VaultOperations;
import org.springframework.vault.support.VaultResponse;

/** The client of Spring Vault. */
public final class StubVaultOperations {

    private StubVaultOperations() {}

    /** Returns operations that can read one secret without a lease and do nothing else. */
    public static VaultOperations over(Upstream upstream) {
        return (VaultOperations) Proxy.newProxyInstance(
                VaultOperations.class.getClassLoader(),
                new Class<?>[] {VaultOperations.class},
                (proxy, method, arguments) -> answer(upstream, method, arguments));
    }

    private static @Nullable Object answer(Upstream upstream, Method method, Object[] arguments) {
        if (!method.getName().equals("read")) {
            throw new UnsupportedOperationException(method.getName());
        }
        // asks for the version of the engine first: there is none
        return arguments[0].toString().startsWith("sys/") ? null : secret(upstream);
    }

    private static VaultResponse secret(Upstream upstream) {
        VaultResponse response = new VaultResponse();
        response.setData(
                Map.of("username", Payload.USERNAME, Payload.PASSWORD_FIELD, Payload.password(upstream.read())));
        return response;
    }
}
