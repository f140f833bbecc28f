// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A failure that nobody but the authors can mend.
///
/// @param trace the file that tells them where it happened; empty if it could not be written
record Defect(Optional<Path> trace) {

    static Defect of(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        try {
            Path file = Files.createTempFile("tickbird-", ".trace"); // with permissions 0600
            return new Defect(Optional.of(Files.writeString(file, text.toString())));
        } catch (IOException e) {
            return new Defect(Optional.empty());
        }
    }

    String hint() {
        return "This is a defect of Tickbird. Report it"
                + trace.map(file -> ", with \"" + file + "\", which says where it happened.")
                        .orElse(".");
    }
}
