// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;

/// How one kind of trouble is told, and what is done about it.
sealed interface Playbook
        permits BrokenReplication,
                DamagedData,
                EndingNumbers,
                ExhaustedConnections,
                FullDisk,
                Intruder,
                WaitingSessions,
                Slowness {

    /// What makes it worse, as sentences.
    List<String> never();

    /// What it reads itself.
    Set<Class<? extends Fact>> facts();

    /// Rules whose findings are signs of the trouble, with the thresholds of an emergency.
    default List<Rule> rules() {
        return List.of();
    }

    Diagnosis diagnose(Scene scene);
}
