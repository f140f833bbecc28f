// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Setting;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The two counters that wrap around: of transactions, and of groups of transactions that lock one row together.
public enum FreezeClock {
    TRANSACTION(
            "transaction",
            "autovacuum_freeze_max_age",
            "When they run out, no transaction in any database can write until this database is vacuumed."),
    MULTIXACT(
            "multixact",
            "autovacuum_multixact_freeze_max_age",
            "When they run out, rows in every database cannot be locked together any more, as foreign keys and \"for"
                    + " share\" do, until this database is vacuumed.");

    /// How many may be in use at once.
    public static final long NUMBERS = 1L << 31;

    private static final long RESERVE = 3_000_000; // the server stops this long before the end

    private static final Duration SOON = Duration.ofHours(1);

    private final String word;
    private final String setting;
    private final String impact;

    FreezeClock(String word, String setting, String impact) {
        this.word = word;
        this.setting = setting;
        this.impact = impact;
    }

    public String word() {
        return word;
    }

    /// How sure it is that [#heldBy] names the right ones.
    String held() {
        return switch (this) {
            case TRANSACTION -> " Vacuum cannot help yet, for it is held back by ";
            case MULTIXACT -> " Vacuum may not help yet, for so old a transaction can hold it back: ";
        };
    }

    public String impact() {
        return impact;
    }

    public long of(Database database) {
        return switch (this) {
            case TRANSACTION -> database.frozenAge();
            case MULTIXACT -> database.multixactAge();
        };
    }

    /// TOAST included; 0 for what holds no rows itself.
    public long of(Table table) {
        return switch (this) {
            case TRANSACTION -> Objects.requireNonNullElse(table.frozenAge(), 0L);
            case MULTIXACT -> Objects.requireNonNullElse(table.multixactAge(), 0L);
        };
    }

    /// How many are left before the server stops.
    public long left(long age) {
        return Math.max(NUMBERS - RESERVE - age, 0);
    }

    /// The age at which autovacuum freezes a table even if it is switched off.
    public long forcedAt(Snapshot snapshot) {
        return snapshot.all(Setting.class).stream()
                .filter(it -> it.name().equals(setting))
                .mapToLong(it -> Long.parseLong(it.value()))
                .findFirst()
                .orElse(0);
    }

    public List<Table> oldest(List<Table> tables, long due) {
        return tables.stream()
                .filter(table -> of(table) >= due)
                .sorted(Comparator.<Table>comparingLong(this::of).reversed().thenComparing(Table::qualifiedName))
                .toList();
    }

    long worst(List<Table> oldest) {
        return oldest.isEmpty() ? 0 : of(oldest.getFirst());
    }

    /// Who keeps a database from being frozen, be it connected to another one: some catalogs are shared by all.
    ///
    /// The server does not show which multixacts a transaction still needs: each that is open or prepared may need
    /// old ones, unless it is so young that not even a busy server has made that many since. Slots and standbys
    /// do not.
    List<XminHolder> heldBy(Snapshot snapshot, long due) {
        return switch (this) {
            case TRANSACTION ->
                XminHolder.of(snapshot).stream()
                        .filter(holder -> holder.age() >= due)
                        .toList();
            case MULTIXACT -> XminHolder.begunBefore(snapshot.takenAt().minus(SOON), snapshot);
        };
    }
}
