// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The forms a report can take, each with the file endings it is guessed from. The longest ending wins, so that
/// `shop.sarif.json` is SARIF.
public enum Format {
    TEXT(".txt"),
    JSON(".json"),
    SARIF(".sarif", ".sarif.json"),
    JUNIT(".xml"),
    MARKDOWN(".md", ".markdown"),
    HTML(".html", ".htm");

    private final List<String> endings;

    Format(String... endings) {
        this.endings = List.of(endings);
    }

    /// What `--format` calls it.
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The form that a file's name asks for; empty if its ending says nothing.
    public static Optional<Format> ofFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.matching(name) > 0)
                .max(Comparator.comparingInt(format -> format.matching(name)));
    }

    private int matching(String name) {
        return endings.stream()
                .filter(name::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    public List<String> endings() {
        return endings;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
