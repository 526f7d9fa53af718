package io.claviger.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the kind of vault that a {@link VaultProvider} class is for. Read from the class without initialising it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface VaultType {

    /**
     * Returns the type that hosts connect by, {@code hashicorp} for example.
     *
     * @return {@code [a-z0-9][a-z0-9-]{0,31}}
     */
    String value();
}
