// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The texts of statements that were read before. The server reads a file of tens of megabytes for them, while its
/// counters cost it nothing.
final class StatementTexts {

    private Set<Long> asked = Set.of();
    private Map<Long, StatementText> known = Map.of();

    /// The texts of these statements; empty if one of them is new, or if there are none to compare with.
    Optional<List<StatementText>> of(List<Statement> statements) {
        Set<Long> ids = ids(statements);
        if (ids.isEmpty() || !asked.containsAll(ids)) {
            return Optional.empty();
        }
        return Optional.of(
                ids.stream().filter(known::containsKey).sorted().map(known::get).toList());
    }

    void remember(List<Statement> statements, List<StatementText> texts) {
        asked = ids(statements);
        known = texts.stream().collect(Collectors.toMap(StatementText::queryId, Function.identity()));
    }

    private static Set<Long> ids(List<Statement> statements) {
        return statements.stream().map(Statement::queryId).collect(Collectors.toSet());
    }
}
