// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import dev.tickbird.model.finding.PlantedSickness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The SQL of the demo. Comments in it say which role runs it, and which sicknesses come of it.
enum DemoFile {
    DATABASE("0-database.sql"),
    SCHEMA("1-schema.sql"),
    DATA("2-data.sql"),
    SICKNESSES("3-sicknesses.sql"),
    FAILED_BUILD("4-failed-build.sql"),
    OPENING_NIGHT("5-opening-night.sql"),
    FORGOTTEN_SESSION("6-forgotten-session.sql"),
    IDLE_SESSION("7-idle-session.sql"),
    WAITING_SESSION("8-waiting-session.sql"),
    FORGOTTEN_REPORT("9-forgotten-report.sql"),
    PATCH_SHEETS("workload/patch-sheets.sql"),
    BOOKING_DESK("workload/booking-desk.sql"),
    STAGE_DOOR("workload/stage-door.sql"),
    TRUCKS("workload/trucks.sql");

    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\R");
    private static final Pattern REMARK = Pattern.compile("(?m)^-- (role|application): (.+)$");

    private final String name;

    DemoFile(String name) {
        this.name = name;
    }

    /// Without the comments, which would stand before the first statement wherever it is shown.
    String sql() {
        return COMMENT.matcher(text(name)).replaceAll("");
    }

    /// Who runs it.
    String role() {
        return remarks("role").findFirst().orElse("postgres");
    }

    /// The name of the program that runs it.
    String application() {
        return remarks("application").findFirst().orElse("demo");
    }

    Stream<PlantedSickness> planted() {
        return PlantedSickness.in(text(name)).stream();
    }

    private Stream<String> remarks(String about) {
        return REMARK.matcher(text(name))
                .results()
                .filter(remark -> remark.group(1).equals(about))
                .map(remark -> remark.group(2));
    }

    /// A file that lies beside this class.
    static String text(String name) {
        try (@Nullable InputStream in = DemoFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
