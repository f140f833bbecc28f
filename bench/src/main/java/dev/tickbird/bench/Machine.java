// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the figures were measured on.
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    static String describe() {
        return "%d cores%s%s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value(PROCESSORS, "model name")
                                .map(name -> " of " + name)
                                .orElse(""),
                        value(MEMORY, "MemTotal").map(Machine::gigabytes).orElse(""),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }

    /// How many processes want a core, averaged over the last minute: what a figure has to share the machine with.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String gigabytes(String kilobytes) {
        return String.format(
                Locale.ROOT, ", %.0f GB of memory", Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024.0 / 1024.0);
    }

    private static Optional<String> value(Path file, String name) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
