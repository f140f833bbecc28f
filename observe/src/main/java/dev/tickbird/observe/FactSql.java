// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import java.util.Optional;

/// One `.sql` file. It begins with lines such as `-- needs: pg_monitor`.
public record FactSql(String text) {

    /// The privilege without which the server refuses it or shows only a part.
    public String needs() {
        return header("needs").orElse("nothing");
    }

    /// The extension whose schema it reads. The Observer puts that schema behind `pg_catalog` while it reads, for an
    /// extension may live in any.
    public Optional<String> extension() {
        return header("extension");
    }

    /// Whether it tells only as many rows as the server has locks to spare, because each keeps one until the
    /// transaction ends. It begins behind the OID that the setting `tickbird.after` names.
    public boolean isInPieces() {
        return header("pieces").isPresent();
    }

    private Optional<String> header(String name) {
        String prefix = "-- " + name + ":";
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }
}
