// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Database;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A database with the encoding SQL_ASCII, which is none: it takes any bytes, and nobody knows what they mean.
public record SqlAsciiDatabase() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Database.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Database.class).stream()
                .filter(database -> database.encoding().equals("SQL_ASCII"))
                .filter(database -> !database.template() && database.allowsConnections() && !database.isInvalid())
                .map(this::finding);
    }

    private Finding finding(Database database) {
        return finding(
                Severity.ADVICE,
                new Subject("database", database.name()),
                "database \"" + database.name() + "\" has no encoding",
                "Its encoding is SQL_ASCII: the server neither checks nor converts what is not ASCII.",
                Evidence.of("encoding", database.encoding()),
                "Clients with different encodings store different bytes for the same letter. Nobody can tell later which is which;"
                        + " lengths, upper case, sorting and regular expressions are wrong beyond ASCII, and an export may be"
                        + " refused elsewhere.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Find out in which encoding clients write: the setting client_encoding of each, and the bytes that"
                                        + " are there.",
                                "Dump it, convert what is not UTF-8, for instance with iconv, and restore it into a database"
                                        + " that is: create database … encoding 'UTF8' template template0.",
                                "Until then, set client_encoding to the same for all."),
                        null));
    }
}
