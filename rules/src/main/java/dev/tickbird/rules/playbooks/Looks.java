// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The sessions of clients at work, at several moments.
record Looks(List<List<Session>> all) {

    Looks {
        all = all.stream()
                .map(look -> look.stream()
                        .filter(session -> Scene.isClient(session) && "active".equals(session.state()))
                        .toList())
                .toList();
    }

    List<Session> working() {
        return all.stream().flatMap(List::stream).toList();
    }

    double average() {
        return (double) working().size() / all.size();
    }

    double share(long count) {
        return (double) count / Math.max(1, working().size());
    }

    /// Which part of them waits for others or for the disk, rather than for a client or because it was told to.
    double waiting() {
        return share(working().stream()
                .filter(session -> WaitClass.of(session).isHarm())
                .count());
    }

    /// The most frequent class first.
    List<Map.Entry<WaitClass, List<Session>>> classes() {
        return working().stream().collect(Collectors.groupingBy(WaitClass::of)).entrySet().stream()
                .sorted(Map.Entry.<WaitClass, List<Session>>comparingByValue(Comparator.comparingInt(List::size))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /// `62 % wait for the disk: DataFileRead 40 %, WALSync 22 %`.
    String line(Map.Entry<WaitClass, List<Session>> waiting) {
        Map<String, Long> events = waiting.getValue().stream()
                .collect(Collectors.groupingBy(
                        session -> Objects.requireNonNullElse(session.waitEvent(), ""), Collectors.counting()));
        String named = events.entrySet().stream()
                .filter(event -> !event.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(event -> event.getKey() + " " + Words.percent(share(event.getValue())))
                .collect(Collectors.joining(", "));
        return Words.percent(share(waiting.getValue().size())) + " "
                + waiting.getKey().words() + (named.isEmpty() ? "" : ": " + named);
    }
}
