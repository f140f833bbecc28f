// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.lab.ghost.Ghost;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.OfRelation;
import dev.tickbird.model.Parts;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Scope;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Server;
import dev.tickbird.observe.Observatory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The snapshot as the builder reads it: the user's own objects, by name and by what they belong to. What the snapshot
/// does not hold is noted as a gap, once, and read as nothing.
final class Source {

    private static final String SUPERUSER = "postgres";

    private final Snapshot whole;
    private final Snapshot own;
    private final int twinMajor;
    private final List<TwinGap> gaps = new ArrayList<>();
    private final Map<Long, QualifiedName> relations = new HashMap<>();
    private final Map<Long, QualifiedName> indexes = new HashMap<>();
    private final Map<Long, Table> tables = new HashMap<>();
    private @Nullable Map<String, Sequence> identities;
    private final Set<String> owners = new HashSet<>();

    Source(Snapshot snapshot, int twinMajor) {
        whole = snapshot;
        own = Scope.own(snapshot);
        this.twinMajor = twinMajor;
        all(Table.class).forEach(table -> {
            tables.put(table.oid(), table);
            relations.put(table.oid(), table.qualifiedName());
        });
        all(View.class).forEach(view -> relations.put(view.oid(), view.qualifiedName()));
        all(Sequence.class).forEach(sequence -> relations.put(sequence.oid(), sequence.qualifiedName()));
        all(Index.class).forEach(index -> indexes.put(index.oid(), index.qualifiedName()));
        all(Role.class).stream()
                .filter(role -> !role.builtIn() && !role.name().equals(SUPERUSER))
                .forEach(role -> owners.add(role.name()));
    }

    /// Notes which of the wanted facts the snapshot does not hold, or not all of.
    void noteBlindness(Collection<Class<? extends Fact>> wanted) {
        for (Class<? extends Fact> fact : wanted) {
            if (Observatory.source(fact).firstMajor() > server().major()) {
                continue; // there is nothing to be seen
            }
            Optional<Gap> gap = whole.gap(fact);
            String subject = TwinGap.subject(fact);
            if (gap.isPresent()) {
                gap(gap.get());
            } else if (!sees(fact)) {
                gaps.add(new TwinGap(subject, "the snapshot does not hold them", "Take the snapshot again."));
            }
        }
    }

    /// The user's own records of a fact.
    <F extends Fact> List<F> all(Class<F> fact) {
        return own.observed().contains(fact) ? own.all(fact) : List.of();
    }

    /// Whether the snapshot holds a fact, be it that there is nothing of it.
    boolean sees(Class<? extends Fact> fact) {
        return whole.observed().contains(fact);
    }

    /// Every record of a fact, those of extensions included.
    <F extends Fact> List<F> allOfAll(Class<F> fact) {
        return whole.observed().contains(fact) ? whole.all(fact) : List.of();
    }

    Server server() {
        return whole.the(Server.class);
    }

    int twinMajor() {
        return twinMajor;
    }

    /// A path to all that the user has, `public` first.
    String everySchema() {
        return allOfAll(Schema.class).stream()
                .map(Schema::name)
                .sorted(Comparator.comparing((String name) -> !name.equals("public"))
                        .thenComparing(Comparator.naturalOrder()))
                .map(Identifier::quoted)
                .collect(Collectors.joining(", "));
    }

    /// A table, view or sequence.
    Optional<QualifiedName> relation(@Nullable Long oid) {
        return Optional.ofNullable(oid).map(relations::get);
    }

    Optional<QualifiedName> index(@Nullable Long oid) {
        return Optional.ofNullable(oid).map(indexes::get);
    }

    Optional<Table> table(@Nullable Long oid) {
        return Optional.ofNullable(oid).map(tables::get);
    }

    /// The table at the top of the tree of partitions.
    long root(Table table) {
        return table.partition() ? table(table.parent()).map(this::root).orElse(table.oid()) : table.oid();
    }

    <P extends OfRelation> List<P> of(long relation, Class<P> kind) {
        return own.observed().contains(kind) ? Parts.of(own).of(relation, kind) : List.of();
    }

    /// The sequence behind an identity column.
    Optional<Sequence> identitySequence(long relation, int column) {
        if (identities == null) {
            identities = all(Sequence.class).stream()
                    .filter(it -> it.identity() && it.relation() != null && it.column() != null)
                    .collect(Collectors.toMap(it -> it.relation() + "." + it.column(), it -> it));
        }
        return Optional.ofNullable(identities.get(relation + "." + column));
    }

    <P extends OfRelation> Optional<P> the(long relation, Class<P> kind) {
        return of(relation, kind).stream().findFirst();
    }

    /// Who creates what this role owns: the role, or the twin's superuser (null) for what that one owns itself.
    @Nullable
    String creator(String owner) {
        return owners.contains(owner) ? owner : null;
    }

    void gap(TwinGap gap) {
        gaps.add(gap);
    }

    void gap(Gap gap) {
        gaps.add(TwinGap.of(gap));
    }

    /// What the planner saw.
    Ghost ghost() {
        return Ghost.of(whole);
    }

    /// Something whose definition the source could not tell.
    void untold(String subject) {
        gaps.add(new TwinGap(
                subject,
                "the snapshot does not hold its definition, for somebody had locked what it is about",
                "Take the snapshot again."));
    }

    List<TwinGap> gaps() {
        return gaps;
    }
}
