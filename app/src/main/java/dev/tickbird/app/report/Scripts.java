// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.rehearsal.Place;
import java.util.List;
import java.util.stream.Collectors;

/// Scripts that are run one after the other, as one.
public record Scripts(List<Script> all) {

    public static final Scripts NONE = new Scripts(List.of());

    /// Ends a statement that its script has not ended, and a comment that its last line holds.
    private static final String BETWEEN = "\n;\n";

    /// @param name what the user calls it
    public record Script(String name, String text) {}

    /// Where something stands.
    ///
    /// @param script its name
    public record Spot(String script, int line, int column) {}

    public Scripts {
        all = List.copyOf(all);
    }

    /// What is run.
    public String text() {
        return all.stream().map(Script::text).collect(Collectors.joining(BETWEEN));
    }

    /// In which of them a place of the whole text is.
    public Spot spot(Place place) {
        int line = place.line();
        for (Script script : all.subList(0, all.size() - 1)) {
            int lines = lines(script.text() + BETWEEN);
            if (line <= lines) {
                return new Spot(script.name(), line, place.column());
            }
            line -= lines;
        }
        return new Spot(all.getLast().name(), line, place.column());
    }

    /// The line of a spot, as it is written.
    String line(Spot spot) {
        return all.stream()
                .filter(script -> script.name().equals(spot.script()))
                .flatMap(script -> script.text().lines().skip(spot.line() - 1L).limit(1))
                .findFirst()
                .orElse("");
    }

    private static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
