// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.AvailableExtension;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.model.server.Tablespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an examination of the source would see if the source had the schema that the stage has now. What is defined
/// comes from the stage; how much there is, what was counted, who is at work and how the server is set, which no remedy
/// in SQL changes by being run where there are no rows, comes from the source, told of the objects of the same names.
final class Likeness {

    /// What a twin is made of, and yet is the server's.
    private static final Set<Class<? extends Fact>> OF_THE_SERVER = Set.of(
            Database.class,
            Membership.class,
            Role.class,
            Server.class,
            Setting.class,
            SettingsFileLine.class,
            Subscription.class,
            Tablespace.class);

    /// What no twin is made of, for it follows from other definitions.
    private static final Set<Class<? extends Fact>> OF_DEPENDENCIES = Set.of(ColumnDependant.class, SequenceDraw.class);

    private static final Set<String> NUMBERS = Set.of("rows", "pages", "allVisiblePages", "frozenAge", "multixactAge");

    private static final Set<String> OWNERS = Set.of("owner", "grantor", "grantee");

    private final Snapshot source;
    private final Set<Class<? extends Fact>> needs;
    private final Map<QualifiedName, Fact> sized = new HashMap<>();
    private final Map<Class<?>, Map<List<Object>, String>> owners = new HashMap<>();

    /// @param needs what is to be seen
    Likeness(Snapshot source, Set<Class<? extends Fact>> needs) {
        this.source = source;
        this.needs = Set.copyOf(needs);
        if (source.observed().contains(Table.class)) {
            source.all(Table.class).forEach(table -> sized.put(table.qualifiedName(), table));
        }
        if (source.observed().contains(Index.class)) {
            source.all(Index.class).forEach(index -> sized.put(index.qualifiedName(), index));
        }
    }

    /// What must be observed of the stage.
    Set<Class<? extends Fact>> needs() {
        return Stream.concat(
                        Stream.of(Table.class, Extension.class), needs.stream().filter(Likeness::isDefined))
                .collect(Collectors.toSet());
    }

    private static boolean isDefined(Class<? extends Fact> fact) {
        return OF_DEPENDENCIES.contains(fact) || Twin.facts().contains(fact) && !OF_THE_SERVER.contains(fact);
    }

    Snapshot of(Snapshot stage) {
        Counterparts counterparts = new Counterparts(source, stage);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        for (Class<? extends Fact> fact : needs) {
            if (isDefined(fact) && stage.observed().contains(fact)) {
                facts.put(
                        fact,
                        stage.all(fact).stream()
                                .map(each -> asOfTheSource(each, stage))
                                .toList());
            } else if (source.observed().contains(fact)) {
                facts.put(fact, onStage(fact, counterparts, stage));
            }
        }
        List<Gap> gaps = new ArrayList<>(
                stage.gaps().stream().filter(gap -> isDefined(gap.fact())).toList());
        source.gaps().stream().filter(gap -> !isDefined(gap.fact())).forEach(gaps::add);
        return new Snapshot(source.takenAt(), facts, gaps);
    }

    private List<? extends Fact> onStage(Class<? extends Fact> fact, Counterparts counterparts, Snapshot stage) {
        if (fact.equals(AvailableExtension.class)) {
            return installed(stage);
        }
        return Counterparts.pointTo(fact)
                ? source.all(fact).stream()
                        .map(counterparts::onStage)
                        .filter(Objects::nonNull)
                        .toList()
                : source.all(fact);
    }

    /// Which of the source's extensions would be installed; the twin may have them in other versions.
    private List<Fact> installed(Snapshot stage) {
        Map<String, String> versions =
                stage.all(Extension.class).stream().collect(Collectors.toMap(Extension::name, Extension::version));
        return source.all(AvailableExtension.class).stream()
                .map(it -> Recast.with(it, (component, value) -> {
                    if (!component.equals("installedVersion")) {
                        return value;
                    }
                    @Nullable String version = versions.get(it.name());
                    return version == null || value == null ? version : value;
                }))
                .toList();
    }

    private Fact asOfTheSource(Fact fact, Snapshot stage) {
        return switch (fact) {
            case Table table -> counted(owned(table), sized.get(table.qualifiedName()));
            case Index index -> counted(index, sized.getOrDefault(index.qualifiedName(), ofTable(index, stage)));
            default -> owned(fact);
        };
    }

    /// A new index holds as many rows as its table.
    private @Nullable Fact ofTable(Index index, Snapshot stage) {
        return Relations.of(stage)
                .table(index.relation())
                .map(table -> sized.get(table.qualifiedName()))
                .orElse(null);
    }

    private static Fact counted(Fact fact, @Nullable Fact like) {
        if (like == null) {
            return fact;
        }
        boolean alike = like.getClass().equals(fact.getClass());
        return Recast.with(
                fact,
                (component, value) -> NUMBERS.contains(component) && (alike || component.equals("rows"))
                        ? Recast.value(like, component)
                        : value);
    }

    /// What a rehearsal has taken for its role is its owner's again.
    private Fact owned(Fact fact) {
        if (!Rehearsal.ROLE.equals(Recast.value(fact, "owner"))) {
            return fact;
        }
        String owner = owners.computeIfAbsent(fact.getClass(), it -> owners(fact.getClass()))
                .getOrDefault(Counterparts.name(fact), Rehearsal.ROLE);
        return Recast.with(
                fact, (component, value) -> OWNERS.contains(component) && Rehearsal.ROLE.equals(value) ? owner : value);
    }

    private Map<List<Object>, String> owners(Class<? extends Fact> fact) {
        return source.observed().contains(fact)
                ? source.all(fact).stream()
                        .collect(Collectors.toMap(
                                Counterparts::name,
                                it -> String.valueOf(Recast.value(it, "owner")),
                                (one, other) -> one))
                : Map.of();
    }
}
