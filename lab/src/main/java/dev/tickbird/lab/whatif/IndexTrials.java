// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.Ghost;
import dev.tickbird.lab.ghost.HypotheticalIndex;
import dev.tickbird.lab.ghost.HypotheticalIndexes;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.Fact;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tries changes of indexes over what the source was asked, one after the other on one ghost, each as if it were the
/// only one. The plans without any change are made once.
public final class IndexTrials implements AutoCloseable {

    /// Of the statements that took the longest. What is rarer is not what an index is for.
    private static final int MOST_STATEMENTS = 500;

    private final WhatIf question;
    private final Forms forms;
    private final Planner before;
    private final HypotheticalIndexes indexes;
    private final int known;
    private final boolean disabling;

    /// What has been built on the ghost so far, and the source does not have, by its definition.
    private final Map<String, List<QualifiedName>> candidates = new HashMap<>();

    private IndexTrials(WhatIf question, Snapshot snapshot, Consumer<String> progress) {
        this.question = question;
        List<Query> workload = Workload.of(snapshot);
        known = workload.size();
        disabling = Disabling.inSettings(snapshot);
        Twin ghost = question.changed();
        forms = Forms.of(workload.subList(0, Math.min(known, MOST_STATEMENTS)), ghost, snapshot);
        before = Planner.plan(ghost, Map.of(), forms.all(), progress);
        indexes = Ghost.of(snapshot).indexesIn(ghost.server(), ghost.database());
    }

    /// What a snapshot is to hold for a trial. What only a look into the pages of tables and indexes tells, the planner
    /// estimates here, for before and after alike.
    public static Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>(WhatIf.facts());
        facts.removeAll(Set.of(ColumnEnds.class, IndexMetapage.class));
        facts.addAll(Workload.FACTS);
        return facts;
    }

    /// Builds the ghost, and plans the workload on it.
    ///
    /// @param limit how long building may take
    /// @throws TickbirdException if the snapshot holds no statements, or not what the planner needs
    public static IndexTrials on(Snapshot snapshot, Binaries binaries, Duration limit, Consumer<String> progress) {
        WhatIf question = WhatIf.on(snapshot, binaries, limit, progress);
        try {
            return new IndexTrials(question, snapshot, progress);
        } catch (TickbirdException e) {
            question.close();
            throw e;
        }
    }

    /// What the change does to the statements that read or write these tables.
    ///
    /// @param created definitions of indexes that are to be there
    /// @param dropped names of indexes that are not
    /// @throws TickbirdException if an index cannot be created
    public Trial of(Collection<String> created, Collection<QualifiedName> dropped, Set<QualifiedName> tables) {
        Set<QualifiedName> hidden = new TreeSet<>(dropped);
        created.forEach(definition -> candidates.computeIfAbsent(definition, this::build));
        candidates.forEach((definition, names) -> {
            if (!created.contains(definition)) {
                hidden.addAll(names);
            }
        });
        Set<String> names = tables.stream().map(QualifiedName::name).collect(Collectors.toSet());
        List<Planned> planned = new ArrayList<>();
        try (Backend backend = Backend.of(question.changed(), Map.of())) {
            backend.hide(hidden);
            for (Form form : forms.all()) {
                if (before.of(form) instanceof Reply.Success(Plan first)
                        && !Collections.disjoint(first.relations(), names)
                        && backend.plan(form) instanceof Reply.Success(Plan second)) {
                    planned.add(new Planned(form.name(), form.sql(), form.values(), cost(first), cost(second)));
                }
            }
        } catch (SQLException e) {
            throw TickbirdException.target("could not plan on the twin: " + Script.refusal(e), null, e);
        }
        return new Trial(planned, forms.refused().size(), Math.min(known, MOST_STATEMENTS), known);
    }

    private List<QualifiedName> build(String definition) {
        return indexes.create(definition).stream().map(HypotheticalIndex::name).toList();
    }

    private Plan cost(Plan plan) {
        return disabling ? plan.disabling() : plan;
    }

    @Override
    public void close() {
        question.close();
    }
}
