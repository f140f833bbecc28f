// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the planner of a twin has answered so far. An answer holds wherever the tables that were touched for it have
/// the same indexes.
final class Memory {

    /// What is planned, but for the indexes that are there.
    record Question(String sql, boolean generic, Map<String, String> settings) {
        static Question of(Form form, Circumstances circumstances) {
            return new Question(form.sql(), form.generic(), circumstances.settings());
        }
    }

    /// @param answers by those of the turned indexes that matter to the question
    private record Known(Touched touched, Map<Set<Long>, Reply> answers) {}

    private final Map<Question, Known> all = new HashMap<>();

    /// @param turned the indexes that are otherwise than on the twin, each with its table
    synchronized Optional<Reply> recall(Question question, Map<Long, Long> turned) {
        @Nullable Known known = all.get(question);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.answers().get(relevant(known.touched(), turned)));
    }

    /// What was answered before stays known only if nothing more is touched than was thought then.
    synchronized void keep(Question question, Touched touched, Map<Long, Long> turned, Reply reply) {
        Known known = all.getOrDefault(question, new Known(touched, new HashMap<>()));
        if (!known.touched().covers(touched)) {
            known = new Known(known.touched().and(touched), new HashMap<>());
        }
        known.answers().put(relevant(known.touched(), turned), reply);
        all.put(question, known);
    }

    private static Set<Long> relevant(Touched touched, Map<Long, Long> turned) {
        return turned.entrySet().stream()
                .filter(index -> touched.dependsOn(index.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Whether the question is known to touch one of these tables.
    synchronized boolean touches(Question question, Set<Long> tables) {
        @Nullable Known known = all.get(question);
        return known != null && tables.stream().anyMatch(known.touched().relations()::contains);
    }

    /// Forgets what depends on these tables.
    synchronized void forget(Set<Long> tables) {
        all.values().removeIf(known -> tables.stream().anyMatch(known.touched()::dependsOn));
    }

    synchronized void forgetAll() {
        all.clear();
    }
}
