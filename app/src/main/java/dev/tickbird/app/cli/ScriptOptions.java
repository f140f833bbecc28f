// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Scripts;
import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.model.TickbirdException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is rehearsed, and on whose twin.
final class ScriptOptions {

    /// As some editors begin a file.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "postgres:// URI, libpq keyword string, service=NAME, database name or snapshot file.")
    private String target = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SCRIPT",
            description = "A file of SQL; several are run one after the other.")
    private List<Path> scripts = List.of();

    @Option(
            names = "--undo",
            paramLabel = "FILE",
            description = "What takes the script back: afterwards the catalog must be the same again. May be repeated.")
    private List<Path> undos = List.of();

    /// As the user typed it.
    String target() {
        return target;
    }

    Scripts script() {
        return read(scripts);
    }

    Scripts undo() {
        return read(undos);
    }

    private static Scripts read(List<Path> files) {
        List<Scripts.Script> scripts = new ArrayList<>();
        for (Path file : files) {
            String text = read(file);
            if (Rehearsal.isEmpty(text)) {
                throw TickbirdException.usage("script \"" + file + "\" has no statement in it", null);
            }
            scripts.add(new Scripts.Script(file.toString(), text));
        }
        return new Scripts(scripts);
    }

    static String read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw TickbirdException.usage("script \"" + file + "\" does not exist or cannot be read", null);
        }
    }
}
