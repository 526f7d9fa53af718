package io.claviger.model;

import io.claviger.IntegrationManager;
import io.claviger.ResolvingCache;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Plants one defect in a manager, its views, resolvers, handles and caches. */
final class Doctor {

    private final Defect defect;
    private final Map<Object, Object> memory = new ConcurrentHashMap<>();

    private Doctor(Defect defect) {
        this.defect = defect;
    }

    static IntegrationManager with(Defect defect, IntegrationManager healthy) {
        Doctor doctor = new Doctor(defect);
        doctor.memory.put(Defect.HOST, healthy);
        return (IntegrationManager) doctor.planted(healthy, IntegrationManager.class);
    }

    private Object planted(Object healthy, Class<?> type) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answered(healthy, method, arguments));
    }

    private Object answered(Object healthy, Method method, Object[] arguments) {
        Object result = defect.answer(new Intercepted(healthy, method, arguments, memory));
        Class<?> type = method.getReturnType();
        boolean part = type == IntegrationManager.class
                || type == SecretResolver.class
                || type == ResolvingCache.class
                || type == SecretHandle.class;
        return part ? planted(Objects.requireNonNull(result), type) : result;
    }
}
