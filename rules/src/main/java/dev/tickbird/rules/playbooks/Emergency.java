// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A kind of trouble that there is a playbook for, as people call it at three in the morning.
public enum Emergency {
    CORRUPTION("data is damaged, or cannot be read", new DamagedData()),
    SLOW("everything is slow, and nobody knows why", new Slowness()),
    DISK("the disk fills up, or is full", new FullDisk()),
    CONNECTIONS("no connection is left, or hardly any", new ExhaustedConnections()),
    REPLICATION("a standby or a subscriber falls behind or has stopped", new BrokenReplication()),
    LOCKS("sessions wait for each other", new WaitingSessions()),
    INTRUSION("somebody is in who should not be", new Intruder()),
    WRAPAROUND("transaction IDs run out", new EndingNumbers());

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // records without components
    private final Playbook playbook;

    Emergency(String title, Playbook playbook) {
        this.title = title;
        this.playbook = playbook;
    }

    public String title() {
        return title;
    }

    /// What makes it worse, as sentences; never empty.
    public List<String> never() {
        return playbook.never();
    }

    /// What its playbook reads.
    public Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>(List.of(Server.class, EditionEvidence.class));
        facts.addAll(playbook.facts());
        playbook.rules().forEach(rule -> {
            facts.addAll(rule.needs().facts());
            facts.addAll(rule.needs().also());
        });
        return facts;
    }

    /// How often it looks at the sessions: what changes from one moment to the next, one look does not tell.
    public int looks() {
        return this == SLOW ? 5 : 1;
    }

    /// @param looks the sessions at later moments; empty if nobody looked again
    public Diagnosis diagnose(Snapshot snapshot, List<List<Session>> looks) {
        return playbook.diagnose(new Scene(
                this, Scene.filled(snapshot, facts()), snapshot.observed(), looks, Scene.examined(playbook, snapshot)));
    }

    /// What users write.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
