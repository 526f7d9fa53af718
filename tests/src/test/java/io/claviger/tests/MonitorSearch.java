package io.claviger.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks for {@code synchronized} methods and blocks in byte code. */
final class MonitorSearch extends ClassVisitor {

    private final List<String> found;
    private String owner = "";

    private MonitorSearch(List<String> found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    /** Returns each method under the directory that enters a monitor. */
    static List<String> in(Path directory) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : classFiles(directory)) {
            new ClassReader(Files.readAllBytes(file)).accept(new MonitorSearch(found), 0);
        }
        return found;
    }

    private static List<Path> classFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            found.add(owner + "." + name);
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInsn(int opcode) {
                if (opcode == Opcodes.MONITORENTER) {
                    found.add(owner + "." + name);
                }
            }
        };
    }
}
