// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of `pg_hba.conf` as people know it: where it stands, and what it says.
record WrittenLine(HbaLine line, Snapshot snapshot) {

    private static final String USUAL = "pg_hba.conf";

    /// Such as `line 4 of pg_hba.conf`.
    String place() {
        return "line " + line.line() + " of " + file();
    }

    /// Before PostgreSQL 16 there is but one, which a setting names.
    private String file() {
        String path = Objects.requireNonNullElseGet(
                line.file(),
                () -> snapshot.observed().contains(Setting.class)
                        ? Settings.of(snapshot).value("hba_file").orElse(USUAL)
                        : USUAL);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// What it says, its method too, with one blank between words.
    String text() {
        Stream<String> fields = Stream.of(
                Objects.requireNonNullElse(line.type(), ""),
                String.join(",", line.databases()),
                String.join(",", line.users()),
                Reach.written(line),
                Objects.requireNonNullElse(line.method(), ""));
        return Stream.concat(fields, line.options().stream())
                .filter(field -> !field.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// By what it says, for a line number would not last.
    Subject subject() {
        return new Subject("rule", text());
    }
}
