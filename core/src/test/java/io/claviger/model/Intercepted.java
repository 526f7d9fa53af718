package io.claviger.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/** A call of the product that a defect may change. */
final class Intercepted {

    private final Object target;
    private final Method method;
    private final Object[] arguments;
    private final Map<Object, Object> memory;

    Intercepted(Object target, Method method, Object[] arguments, Map<Object, Object> memory) {
        this.target = target;
        this.method = method;
        this.arguments = arguments;
        this.memory = memory;
    }

    Object target() {
        return target;
    }

    /** What the defect remembers, for all calls of one manager. */
    Map<Object, Object> memory() {
        return memory;
    }

    boolean is(String name) {
        return method.getName().equals(name);
    }

    /** Whether it is this method, and its first argument is of this type. */
    boolean is(String name, Class<?> first) {
        return is(name) && first.isInstance(argument(0));
    }

    Object argument(int index) {
        return arguments == null ? null : arguments[index];
    }

    /** What the product does. */
    Object proceed() {
        return on(target);
    }

    /** What the product does with another argument. */
    Object with(int index, Object other) {
        Object[] changed = arguments.clone();
        changed[index] = other;
        return new Intercepted(target, method, changed, memory).proceed();
    }

    /** What the product does for somebody else. */
    Object on(Object other) {
        try {
            return method.invoke(other, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
