// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fact and the SQL that reads it.
///
/// @param name what its files are called: `foreign_keys` for `foreign_keys.sql`
public record FactSource<F extends Fact>(Class<F> fact, String name) {

    static final int OLDEST_MAJOR = 14;
    static final int NEWEST_MAJOR = 18;

    /// The SQL for a server of this major version: the file of the newest version not above it; a newer server than any
    /// known gets the newest. Empty if the server is too old to have the fact.
    public Optional<FactSql> sql(int major) {
        for (int version = Math.min(major, NEWEST_MAJOR); version > OLDEST_MAJOR; version--) {
            Optional<FactSql> special = file(name + ".pg" + version + ".sql");
            if (special.isPresent()) {
                return special;
            }
        }
        return file(name + ".sql");
    }

    /// The query that counts what of this fact the role is not shown; empty if everybody sees all of it.
    public Optional<FactSql> hiddenSql() {
        return file(name + ".hidden.sql");
    }

    /// The first major version that has the fact.
    public int firstMajor() {
        int major = OLDEST_MAJOR;
        while (sql(major).isEmpty()) {
            major++;
        }
        return major;
    }

    private static Optional<FactSql> file(String fileName) {
        try (@Nullable InputStream in = FactSource.class.getResourceAsStream("facts/" + fileName)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new FactSql(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
