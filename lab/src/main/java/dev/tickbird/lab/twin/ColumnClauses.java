// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.NotNull;
import java.util.Optional;

/// What a `create table` says of each column.
final class ColumnClauses {

    private final Source source;

    ColumnClauses(Source source) {
        this.source = source;
    }

    /// @param full with its default, which may call functions that are not there yet
    String of(Column column, boolean full) {
        StringBuilder text = new StringBuilder(
                Sql.format("%I %s", column.name(), column.type()).text());
        text.append(Clauses.foreign(column.foreignOptions()));
        if (column.collation() != null) {
            text.append(" collate ").append(column.collation());
        }
        if (column.notNull() && !isUnproven(column)) {
            text.append(notNull(column));
        }
        identity(column).ifPresent(text::append);
        filling(column).filter(_ -> full || !column.generated().isEmpty()).ifPresent(expression -> {
            String generated = " generated always as (" + expression + ") " + column.generated();
            text.append(column.generated().isEmpty() ? " default " + expression : generated);
        });
        return text.toString();
    }

    private String notNull(Column column) {
        return source.of(column.relation(), NotNull.class).stream()
                .filter(it -> it.column().equals(column.name()))
                .findFirst()
                .map(it -> Sql.format(" constraint %I not null%s", it.name(), it.inheritable() ? "" : " no inherit")
                        .text())
                .orElse(" not null");
    }

    /// Whether its not null is a constraint that old rows have not been checked for.
    private boolean isUnproven(Column column) {
        return source.of(column.relation(), Constraint.class).stream()
                .anyMatch(it ->
                        it.kind() == Constraint.Kind.NOT_NULL && it.columns().contains(column.name()));
    }

    /// What it is filled with: its default, or what it is generated from.
    Optional<String> filling(Column column) {
        return source.of(column.relation(), ColumnDefault.class).stream()
                .filter(filling -> filling.number() == column.number())
                .map(ColumnDefault::expression)
                .findFirst();
    }

    /// A partition's identity is its parent's, and comes with it.
    private Optional<String> identity(Column column) {
        if (column.identity().isEmpty()) {
            return Optional.empty();
        }
        return source.identitySequence(column.relation(), column.number())
                .map(it -> " generated " + column.identity() + " as identity (sequence name " + it.qualifiedName()
                        + SequencePieces.words(it) + ')');
    }
}
