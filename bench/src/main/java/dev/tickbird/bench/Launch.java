// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process that ran to its end.
///
/// @param wall from the start to the end
/// @param cpu what it took of all cores, as last seen before it ended; its own, without the server's
/// @param memory the most memory it had, in bytes; 0 where the system does not say
/// @param output what it wrote to stdout
record Launch(Duration wall, Duration cpu, long memory, String output) {

    private static final Path ROOT = Path.of(System.getProperty("tickbird.root", "."));

    /// Runs the `tickbird` script with a heap as small as we promise.
    static Launch tickbird(String... arguments) {
        return tickbird(List.of(), arguments);
    }

    /// Runs it with words before it that say where.
    static Launch tickbird(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(ROOT.resolve("tickbird").toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// Runs another of our classes as the script runs the program, start cache and all.
    static Launch java(Class<?> main, String... arguments) {
        Path dist = ROOT.resolve("app/target/dist");
        try {
            String ours = Files.readString(dist.resolve("start.args"))
                    .replace(
                            "\" dev.tickbird.app.cli.Main",
                            ":" + System.getProperty("java.class.path") + "\" " + main.getName());
            Path options = Files.writeString(Files.createTempFile("tickbird-bench", ".args"), ours);
            List<String> command = new ArrayList<>(
                    List.of(Files.readString(dist.resolve("java")).strip(), "@" + options));
            command.addAll(List.of(arguments));
            try {
                return run(command);
            } finally {
                Files.delete(options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command; the exit codes 0 and 1 are fine.
    static Launch run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx1g");
            Path output = Files.createTempFile("tickbird-bench", ".out");
            Path errors = Files.createTempFile("tickbird-bench", ".err");
            builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
            try {
                return watch(builder.start(), command, output, errors);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Launch watch(Process process, List<String> command, Path output, Path errors)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        Duration cpu = Duration.ZERO;
        long memory = 0;
        do {
            cpu = process.info().totalCpuDuration().orElse(cpu);
            memory = Math.max(memory, peak(status));
        } while (!process.waitFor(5, TimeUnit.MILLISECONDS));
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (process.exitValue() > 1) {
            throw new IllegalStateException("could not run " + command.getFirst() + ": "
                    + Files.readString(errors).strip());
        }
        return new Launch(wall, cpu, memory, Files.readString(output));
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended, or the system has no such file
        }
    }

    double seconds() {
        return wall.toNanos() / 1e9;
    }

    double cpuSeconds() {
        return cpu.toNanos() / 1e9;
    }
}
