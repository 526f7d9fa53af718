package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.benchmarks.RenderBenchmark;
import io.claviger.benchmarks.WarmReadBenchmark;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class JmhRowsTest {

    @Test
    void benchmarks_haveATitleEachAndOneBase() {
        for (Class<?> type : List.of(WarmReadBenchmark.class, RenderBenchmark.class)) {
            assertThat(type).hasAnnotation(Title.class);
            assertThat(benchmarks(type)).allMatch(method -> method.isAnnotationPresent(Title.class));
            assertThat(benchmarks(type)
                            .filter(method -> method.getAnnotation(Title.class).base()))
                    .hasSize(1);
        }
    }

    private static Stream<Method> benchmarks(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(Benchmark.class));
    }
}
