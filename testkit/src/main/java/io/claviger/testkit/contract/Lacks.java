package io.claviger.testkit.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that only makes sense for vaults without a capability. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Lacks {

    Capability value();
}
