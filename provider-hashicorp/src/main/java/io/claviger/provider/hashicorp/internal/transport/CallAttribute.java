package io.claviger.provider.hashicorp.internal.transport;

import io.claviger.spi.Call;
import java.util.Map;
import org.springframework.http.client.ClientHttpRequest;

/** Carries the deadline of a call through Spring's template, which knows none. */
public final class CallAttribute {

    private static final String NAME = CallAttribute.class.getName();

    private CallAttribute() {}

    /**
     * Attaches a call to a request.
     *
     * @param request the request
     * @param call the call that it belongs to
     */
    public static void set(ClientHttpRequest request, Call call) {
        request.getAttributes().put(NAME, call);
    }

    static Call of(Map<String, Object> attributes) {
        if (attributes.get(NAME) instanceof Call call) {
            return call;
        }
        throw new IllegalStateException("A request without a deadline is not sent.");
    }
}
