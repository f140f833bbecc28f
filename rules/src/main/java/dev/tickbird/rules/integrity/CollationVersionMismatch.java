// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A collation whose library has another version now than when indexes were built with it: what was sorted then may be
/// out of order, and is no longer found.
///
/// @param namedIndexes with more indexes to build anew than this, the remedy does not name each
public record CollationVersionMismatch(int namedIndexes) implements Rule {

    public CollationVersionMismatch() {
        this(50);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Database.class, Collation.class, Table.class, Index.class)
                .also(Session.class, Lock.class, PreparedTransaction.class); // whom a build waits for
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        String current = snapshot.the(Server.class).database();
        Stream<Sorting> databases = snapshot.all(Database.class).stream()
                .filter(database -> database.name().equals(current))
                .filter(database -> differ(database.collationVersion(), database.actualCollationVersion()))
                .map(Sorting::of);
        Stream<Sorting> collations = snapshot.all(Collation.class).stream()
                .filter(collation -> differ(collation.recordedVersion(), collation.actualVersion()))
                .map(Sorting::of);
        return Stream.concat(databases, collations).map(sorting -> finding(sorting, snapshot));
    }

    private static boolean differ(@Nullable String recorded, @Nullable String actual) {
        return recorded != null && actual != null && !recorded.equals(actual);
    }

    private Finding finding(Sorting sorting, Snapshot snapshot) {
        List<Index> sorted = SortedIndexes.by(sorting, snapshot);
        long unique = sorted.stream().filter(Index::unique).count();
        String those = sorted.isEmpty()
                ? " No index is sorted by it."
                : " " + Words.count(sorted.size(), "index") + (sorted.size() == 1 ? " is" : " are") + " sorted by it"
                        + (unique > 0 ? ", " + Words.count(unique) + " of them unique" : "") + ".";
        return finding(
                severity(sorting, sorted),
                sorting.subject(),
                sorting.subject().kind() + " \"" + sorting.name() + "\""
                        + (sorted.isEmpty()
                                ? " was made with another version of its library than there is"
                                : " sorts by another version of its library than its indexes were built with"),
                "It was made with version " + sorting.recorded() + " of the collations of " + sorting.library()
                        + ", the server has version " + sorting.actual() + " now." + those
                        + (sorting.isNewOrder() ? " Between these two, nearly every order has changed." : ""),
                Evidence.of("indexes", sorted.size())
                        .and("uniqueIndexes", unique)
                        .and("recordedVersion", sorting.recorded())
                        .and("actualVersion", sorting.actual()),
                sorted.isEmpty()
                        ? "An index that is built now is right. The server warns in each new session, so that nobody"
                                + " notices when it matters."
                        : "Where the order has changed, queries through these indexes miss rows that are there, and a"
                                + " unique index takes rows that are there already.",
                SortedIndexes.rebuilt(sorting, sorted, namedIndexes, snapshot));
    }

    private static Severity severity(Sorting sorting, List<Index> sorted) {
        if (sorted.isEmpty()) {
            return Severity.ADVICE;
        }
        return sorting.isNewOrder() ? Severity.CRITICAL : Severity.WARNING;
    }

    /// What sorts: the database's own collation, or one with a name.
    ///
    /// @param key what the keys of indexes call it
    record Sorting(Subject subject, String name, String key, String provider, String recorded, String actual) {

        static Sorting of(Database database) {
            return new Sorting(
                    new Subject("database", database.name()),
                    database.name(),
                    "default",
                    database.provider(),
                    Objects.requireNonNull(database.collationVersion()),
                    Objects.requireNonNull(database.actualCollationVersion()));
        }

        static Sorting of(Collation collation) {
            return new Sorting(
                    new Subject("collation", collation.qualifiedName().toString()),
                    collation.qualifiedName().toString(),
                    collation.name(),
                    collation.provider(),
                    Objects.requireNonNull(collation.recordedVersion()),
                    Objects.requireNonNull(collation.actualVersion()));
        }

        String library() {
            return switch (provider) {
                case "icu" -> "ICU";
                case "libc" -> "the operating system";
                default -> "PostgreSQL";
            };
        }

        /// With version 2.28, the GNU C library has changed the order of most languages.
        boolean isNewOrder() {
            return provider.equals("libc") && isBefore228(recorded) && !isBefore228(actual);
        }

        private static boolean isBefore228(String version) {
            return version.matches("2\\.([0-9]|1[0-9]|2[0-7])(\\..*)?");
        }
    }
}
