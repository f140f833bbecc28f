// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Fact;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.server.Binaries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tries changes of indexes over what the source was asked, one after the other on one ghost, each as if it were the
/// only one. No plan is made twice.
public final class IndexTrials implements AutoCloseable {

    /// Of the statements that took the longest. What is rarer is not what an index is for.
    private static final int MOST_STATEMENTS = 500;

    private final WhatIf question;
    private final Forms forms;
    private final Map<Form, Plan> before = new LinkedHashMap<>();
    private final int known;
    private final boolean disabling;
    private @Nullable Crash crash;

    private IndexTrials(WhatIf question, Snapshot snapshot) {
        this.question = question;
        List<Query> workload = Workload.known(snapshot);
        known = workload.size();
        disabling = Disabling.inSettings(snapshot);
        forms = question.planner().forms(workload.subList(0, Math.min(known, MOST_STATEMENTS)));
        List<Reply> replies = plan(forms.all(), Circumstances.AS_IS);
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof Reply.Success(Plan plan)) {
                before.put(forms.all().get(i), plan);
            }
        }
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
            return new IndexTrials(question, snapshot);
        } catch (TickbirdException e) {
            question.close();
            throw e;
        } catch (Crash e) {
            question.close();
            throw e.failure();
        }
    }

    private List<Reply> plan(Collection<Form> forms, Circumstances circumstances) {
        try {
            return question.planner().plan(forms, circumstances);
        } catch (Crash e) {
            crash = e;
            throw e.failure();
        }
    }

    /// What the change does to the statements that read or write the tables of these indexes.
    ///
    /// @param created definitions of indexes that are to be there
    /// @param dropped names of indexes that are not
    /// @throws TickbirdException if an index cannot be created, or is not there to be dropped
    public Trial of(Collection<String> created, Collection<QualifiedName> dropped) {
        if (crash != null) {
            throw crash.failure();
        }
        Circumstances change = new Circumstances(Map.of(), new LinkedHashSet<>(created), new HashSet<>(dropped));
        List<Form> concerned = question.planner().concerned(before.keySet(), change);
        List<Reply> after = plan(concerned, change);
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Form form = concerned.get(i);
            if (after.get(i) instanceof Reply.Success(Plan second)) {
                Plan first = Objects.requireNonNull(before.get(form));
                planned.add(new Planned(form.name(), form.sql(), form.values(), cost(first), cost(second)));
            }
        }
        return new Trial(planned, forms.refused().size(), Math.min(known, MOST_STATEMENTS), known);
    }

    private Plan cost(Plan plan) {
        return disabling ? plan.disabling() : plan;
    }

    @Override
    public void close() {
        question.close();
    }
}
