package io.claviger.tests;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.claviger.CredentialSource;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.Console;
import java.io.File;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Calls that do I/O, ask a vault or wait for another thread. */
final class BlockingCalls {

    private static final Set<Class<?>> VAULTS = Set.of(VaultClient.class, Session.class, CredentialSource.class);
    private static final Set<Class<?>> INPUT_AND_OUTPUT = Set.of(
            Files.class,
            File.class,
            RandomAccessFile.class,
            Console.class,
            Process.class,
            ProcessBuilder.class,
            ProcessHandle.class,
            Runtime.class);
    private static final Set<Class<?>> IN_MEMORY =
            Set.of(ByteArrayInputStream.class, ByteArrayOutputStream.class, StringReader.class, StringWriter.class);
    private static final Set<Class<?>> NAMES_ONLY = Set.of(URI.class, URLEncoder.class, URLDecoder.class, IDN.class);
    private static final Set<Class<?>> WAITING = Set.of(
            Thread.class,
            TimeUnit.class,
            Future.class,
            CompletableFuture.class,
            ForkJoinTask.class,
            ExecutorService.class,
            BlockingQueue.class,
            CountDownLatch.class,
            CyclicBarrier.class,
            Exchanger.class,
            Phaser.class,
            Semaphore.class,
            Condition.class,
            Lock.class,
            LockSupport.class);
    private static final Set<String> WAITS = Set.of(
            "acquire",
            "acquireUninterruptibly",
            "await",
            "awaitAdvance",
            "awaitNanos",
            "awaitTermination",
            "awaitUninterruptibly",
            "awaitUntil",
            "exchange",
            "get",
            "invoke",
            "invokeAll",
            "invokeAny",
            "join",
            "lock",
            "lockInterruptibly",
            "park",
            "parkNanos",
            "parkUntil",
            "put",
            "sleep",
            "take",
            "timedJoin",
            "timedWait");

    private BlockingCalls() {}

    static boolean contain(CodeUnitAccessTarget target) {
        return asksAVault(target) || doesInputOrOutput(target.getOwner()) || waits(target);
    }

    // the factories of sources ask nobody
    private static boolean asksAVault(CodeUnitAccessTarget target) {
        return isAny(VAULTS, target.getOwner())
                && target.resolveMember()
                        .map(JavaCodeUnit::getModifiers)
                        .filter(modifiers -> modifiers.contains(JavaModifier.STATIC))
                        .isEmpty()
                && !target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    private static boolean doesInputOrOutput(JavaClass owner) {
        return isAny(INPUT_AND_OUTPUT, owner)
                || isStream(owner)
                || (isNetwork(owner) && !isAny(NAMES_ONLY, owner) && !owner.isAssignableTo(Throwable.class));
    }

    private static boolean isStream(JavaClass owner) {
        return owner.getPackageName().equals("java.io")
                && owner.isAssignableTo(Closeable.class)
                && !isAny(IN_MEMORY, owner);
    }

    private static boolean isNetwork(JavaClass owner) {
        return Stream.of("java.net", "javax.net", "java.nio.channels")
                .anyMatch(name -> (owner.getPackageName() + ".").startsWith(name + "."));
    }

    private static boolean waits(CodeUnitAccessTarget target) {
        return (WAITS.contains(target.getName()) && isAny(WAITING, target.getOwner()))
                || (target.getName().equals("wait")
                        && target.getRawParameterTypes().size() < 3);
    }

    private static boolean isAny(Set<Class<?>> types, JavaClass type) {
        return types.stream().anyMatch(type::isAssignableTo);
    }
}
