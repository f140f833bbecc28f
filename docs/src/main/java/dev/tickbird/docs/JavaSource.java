// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// A file of Java, measured.
///
/// @param lines all of its lines
/// @param methods those with a body
public record JavaSource(Path path, List<String> lines, List<Method> methods) {

    /// @param lines from the first of its signature to its closing brace
    public record Method(String name, int lines) {}

    /// Every source of the repository, the tests' too, sorted by path.
    public static List<JavaSource> all(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> root.relativize(file).toString().matches("[a-z]+/src/(main|test)/java/.*"))
                    .sorted()
                    .map(JavaSource::of)
                    .toList();
        }
    }

    /// Whether it is part of the program, not of its tests.
    public boolean isMain() {
        return path.toString().contains("/src/main/java/");
    }

    /// Whether it is one of the catalogue's.
    public boolean isRule() {
        return path.toString().contains("/dev/tickbird/rules/") && text().contains(" implements Rule {");
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    private static JavaSource of(Path path) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, ignored -> {}, List.of(), null, files.getJavaFileObjects(path));
            List<Method> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(unit, Trees.instance(task), methods).scan(unit, null);
            }
            return new JavaSource(path, Files.readAllLines(path), List.copyOf(methods));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MethodScanner extends TreePathScanner<Object, Object> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Method> methods;

        MethodScanner(CompilationUnitTree unit, Trees trees, List<Method> methods) {
            this.unit = unit;
            this.trees = trees;
            this.methods = methods;
        }

        @Override
        public Object visitMethod(MethodTree method, Object nothing) {
            long start = trees.getSourcePositions().getStartPosition(unit, method);
            long end = trees.getSourcePositions().getEndPosition(unit, method);
            if (method.getBody() != null && start >= 0 && end > start) {
                long lines =
                        unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
                methods.add(new Method(method.getName().toString(), (int) lines));
            }
            return super.visitMethod(method, nothing);
        }
    }
}
