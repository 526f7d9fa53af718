package io.claviger.testkit.vault;

import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.SecretResolver;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link VaultStage} of its own, closed when the test ends: by a parameter of that type, or of type
 * {@link ScriptedVault}, {@link VirtualTime}, {@link IntegrationManager} or {@link SecretResolver}.
 */
public final class VaultStageExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(VaultStageExtension.class);

    private static final Map<Class<?>, Function<VaultStage, Object>> PARTS = Map.of(
            VaultStage.class, stage -> stage,
            ScriptedVault.class, VaultStage::vault,
            VirtualTime.class, VaultStage::time,
            IntegrationManager.class, VaultStage::manager,
            SecretResolver.class, VaultStage::resolver);

    private final UnaryOperator<IntegrationManagerBuilder> options;

    /** Creates an extension without options of the host, for {@code @ExtendWith}. */
    public VaultStageExtension() {
        this(builder -> builder);
    }

    /**
     * Creates an extension, for {@code @RegisterExtension}.
     *
     * @param options changes the builder of the manager
     */
    public VaultStageExtension(UnaryOperator<IntegrationManagerBuilder> options) {
        this.options = options;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return Optional.ofNullable(PARTS.get(type)).orElseThrow().apply(stage(context));
    }

    /** The store closes what it holds when the test ends. */
    private VaultStage stage(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(VaultStage.class, key -> VaultStage.open(options), VaultStage.class);
    }
}
