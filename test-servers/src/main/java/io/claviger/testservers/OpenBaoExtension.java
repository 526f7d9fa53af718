package io.claviger.testservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one {@link OpenBao}, shared by all classes of a run and closed at its end. A parameter of type
 * {@link OpenBao} receives it.
 *
 * <p>Because it is shared, a test mounts engines and writes policies under names of its own, and one that seals or
 * stops the server starts its own.
 */
public final class OpenBaoExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OpenBaoExtension.class);

    /** Creates the extension; JUnit does so. */
    public OpenBaoExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenBao.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    /** The root's store closes what it holds when the run ends. */
    private static OpenBao server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(OpenBao.class, key -> OpenBao.start(), OpenBao.class);
    }
}
