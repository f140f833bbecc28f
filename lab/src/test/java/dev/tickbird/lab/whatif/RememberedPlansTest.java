// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.schema.Index;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import dev.tickbird.testkit.plans.PlanCorpus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A planner that remembers says what one says that does not, on queries of every kind.
class RememberedPlansTest {

    @Test
    void saysWhatOneSaysThatForgets() throws SQLException {
        int major = Servers.majors().getLast();
        TestDatabase source = TestDatabase.on(Servers.shared(major));
        try (Connection connection = source.connect()) {
            PlanCorpus.create(connection, 1);
        }
        try (PlannerTest.Setup setup = PlannerTest.Setup.of(source)) {
            List<Form> forms = PlanCorpus.queries(major).stream()
                    .filter(query -> query.preparations().isEmpty())
                    .map(query -> PlannerTest.form(query.statement()))
                    .toList();
            List<Circumstances> trials = trials(setup);
            List<List<String>> remembered = new ArrayList<>();
            for (Circumstances circumstances : trials) {
                remembered.add(PlannerTest.json(setup.planner().plan(forms, circumstances)));
            }
            assertThat(setup.planner().made())
                    .isLessThan(setup.planner().asked() / 3)
                    .isGreaterThan(forms.size());
            for (int i = 0; i < trials.size(); i++) {
                setup.planner().forgetAll();
                assertThat(PlannerTest.json(setup.planner().plan(forms, trials.get(i))))
                        .isEqualTo(remembered.get(i));
            }
        }
    }

    /// A few indexes, alone and together, there and back.
    private static List<Circumstances> trials(PlannerTest.Setup setup) {
        Circumstances plain = Circumstances.AS_IS.withSetting("search_path", "plans, public");
        List<Circumstances> all = new ArrayList<>(List.of(plain));
        Circumstances together = plain;
        for (Index index : setup.snapshot().all(Index.class)) {
            if (all.size() < 8 && index.method().equals("btree") && !index.partitioned() && !index.unique()) {
                all.add(plain.withoutIndex(index.qualifiedName()));
                together = together.withoutIndex(index.qualifiedName());
                all.add(together);
            }
        }
        all.add(plain);
        return all;
    }
}
