// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.TickbirdException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants examined: a database on a server, or a snapshot file.
public sealed interface Target permits LiveTarget, FileTarget {

    /// How reports and messages name it, without secrets: `db.example:5432/shop`.
    String display();

    /// Reads what the user typed; without text the `PG*` variables decide. In this order:
    ///
    /// 1. a URI starts with `postgres://` or `postgresql://`;
    /// 2. a file that exists is a snapshot file;
    /// 3. text with `=` is a libpq keyword string, of which `service=name` is one;
    /// 4. a name ending in `.tickbird` or `.json.gz` is a snapshot file that is missing;
    /// 5. a name without `/` and `:` is a database, as for `psql`.
    ///
    /// @throws TickbirdException naming every problem of the text, the service file and the environment at once
    static Target parse(@Nullable String text, Environment environment) {
        if (text == null || text.isBlank()) {
            return LiveTarget.of(Map.of(), environment, new Problems());
        }
        Problems problems = new Problems();
        if (ConnectionUri.isUri(text)) {
            return LiveTarget.of(ConnectionUri.parse(text, problems), environment, problems);
        }
        if (isFile(text)) {
            return new FileTarget(Path.of(text));
        }
        if (text.startsWith("jdbc:")) {
            throw TickbirdException.usage(
                    "target is a JDBC URL",
                    "Write it as PostgreSQL's own tools do: postgres://user@host:port/database.");
        }
        if (text.indexOf('=') >= 0) {
            return LiveTarget.of(KeywordString.parse(text, problems), environment, problems);
        }
        if (text.endsWith(".tickbird") || text.endsWith(".json.gz")) {
            return new FileTarget(Path.of(text));
        }
        if (text.indexOf('/') < 0 && text.indexOf(':') < 0) {
            return LiveTarget.of(Map.of(Parameter.DBNAME, text), environment, problems);
        }
        throw TickbirdException.usage(
                text.indexOf('@') < 0
                        ? "target \"" + text + "\" is neither a connection string nor an existing file"
                        : "target is neither a connection string nor an existing file",
                "Begin a connection URI with postgres://, or write a keyword string such as \"host=db.example"
                        + " dbname=shop\".");
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
