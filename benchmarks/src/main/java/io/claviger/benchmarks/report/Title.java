package io.claviger.benchmarks.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a benchmark is called in the report: a class names the group, a method the row. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Title {

    /** Returns the words. */
    String value();

    /** Tells whether the other rows of the group are compared with this one. */
    boolean base() default false;
}
