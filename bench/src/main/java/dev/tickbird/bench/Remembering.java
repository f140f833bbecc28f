// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.lab.whatif.Circumstances;
import dev.tickbird.lab.whatif.Form;
import dev.tickbird.lab.whatif.Planner;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import java.util.ArrayList;
import java.util.List;

/// How much a planner has to plan when indexes are tried one by one, and how fast it answers what it knows.
final class Remembering {

    private static final String SET = "set search_path = ";

    private Remembering() {}

    static List<Figure> of(TwinRun run) {
        List<Form> forms = run.queries().stream()
                .filter(query -> query.preparations().isEmpty() && !run.errors().containsKey(query.name()))
                .map(query -> new Form(query.name(), query.statement(), false, List.of()))
                .toList();
        List<Circumstances> trials = trials(run);
        try (Twin twin = Twin.build(run.snapshot(), TwinOptions.of(Face.GHOST));
                Planner planner = Planner.on(twin, run.snapshot(), _ -> {})) {
            double first = seconds(planner, forms, trials);
            long asked = planner.asked();
            double again = seconds(planner, forms, trials);
            String what = Words.count(forms.size(), "query") + " without each of "
                    + Words.count(trials.size() - 1, "index") + ", ";
            return List.of(
                    Figure.of(what + "plans asked for", Words.count(asked)),
                    Figure.of(what + "plans made", Words.count(planner.made())),
                    Figure.of(what + "plans made a second", Figure.formatted("%.0f", planner.made() / first)),
                    Figure.of(what + "answers a second from memory", Figure.formatted("%,.0f", asked / again)));
        }
    }

    /// As it is, then without each index that only queries need.
    private static List<Circumstances> trials(TwinRun run) {
        Circumstances plain = Circumstances.AS_IS.withSetting(
                "search_path", run.source().searchPath().substring(SET.length()));
        List<Circumstances> all = new ArrayList<>(List.of(plain));
        run.snapshot().all(Index.class).stream()
                .filter(index -> index.valid() && !index.unique() && index.parent() == null)
                .forEach(index -> all.add(plain.withoutIndex(index.qualifiedName())));
        return all;
    }

    private static double seconds(Planner planner, List<Form> forms, List<Circumstances> trials) {
        long start = System.nanoTime();
        trials.forEach(circumstances -> planner.plan(forms, circumstances));
        return (System.nanoTime() - start) / 1e9;
    }
}
