// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.settings.NewValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The server's lock table is nearly full: whoever needs one more lock gets an error, whoever it is.
///
/// @param minShare from this share on
/// @param criticalShare from this share on it works only because the server allots a little more than it promises
public record LockTableExhaustion(double minShare, double criticalShare) implements Rule {

    private static final String SETTING = "max_locks_per_transaction";

    /// One entry of the lock table, however many hold it or wait for it.
    private record Place(
            String type,
            @Nullable Long database,
            @Nullable Long relation,
            @Nullable Integer page,
            @Nullable Integer row,
            @Nullable String virtualTransaction,
            @Nullable Long transaction,
            @Nullable Long objectClass,
            @Nullable Long object) {}

    public LockTableExhaustion() {
        this(0.75, 0.95);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Lock.class)
                .inPart(Session.class) // whose locks they are
                .settings(SETTING, "max_connections", "max_prepared_transactions");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<Lock> stored = snapshot.all(Lock.class).stream()
                .filter(lock -> !lock.fastPath() && !lock.mode().equals("SIReadLock")) // those are elsewhere
                .toList();
        long objects =
                stored.stream().map(LockTableExhaustion::place).distinct().count();
        long room = number(SETTING, snapshot)
                * (number("max_connections", snapshot) + number("max_prepared_transactions", snapshot));
        return objects >= minShare * room
                ? Settings.of(snapshot).named(SETTING).stream()
                        .map(setting -> finding(setting, objects, room, greediest(stored, snapshot)))
                : Stream.empty();
    }

    private static Place place(Lock lock) {
        return new Place(
                lock.type(),
                lock.database(),
                lock.relation(),
                lock.page(),
                lock.row(),
                lock.virtualTransaction(),
                lock.transaction(),
                lock.objectClass(),
                lock.object());
    }

    private static String greediest(List<Lock> stored, Snapshot snapshot) {
        Optional<Map.Entry<Integer, Long>> most = stored.stream()
                .collect(Collectors.groupingBy(
                        lock -> Objects.requireNonNullElse(lock.pid(), 0), Collectors.counting())) // 0: prepared
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return most.flatMap(entry -> snapshot.all(Session.class).stream()
                        .filter(session -> session.pid() == entry.getKey())
                        .findFirst()
                        .map(session -> " The most of them, "
                                + Words.count(entry.getValue()) + ", has session " + session.pid() + ". "
                                + EndOfSession.story(session, snapshot) + "."))
                .orElse("");
    }

    private Finding finding(Setting setting, long objects, long room, String greediest) {
        double share = (double) objects / room;
        return finding(
                share >= criticalShare ? Severity.CRITICAL : Severity.WARNING,
                new Subject("setting", SETTING),
                "the lock table holds " + Words.count(objects) + " of the " + Words.count(room)
                        + " locks it has room for",
                "The room is max_locks_per_transaction times all connections and prepared transactions; one"
                        + " transaction may take more than its part, at the cost of all others." + greediest,
                Evidence.of("share", Math.round(share * 100) / 100.0)
                        .and("locks", objects)
                        .and("room", room),
                "When it is full, any statement that needs a lock fails with \"out of shared memory\", a plain select"
                        + " too.",
                NewValue.of(setting, String.valueOf(2 * Long.parseLong(setting.value()))));
    }

    private static long number(String name, Snapshot snapshot) {
        return Settings.of(snapshot).value(name).map(Long::valueOf).orElse(0L);
    }
}
