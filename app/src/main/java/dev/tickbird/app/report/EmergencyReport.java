// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.observe.Observatory;
import dev.tickbird.rules.playbooks.Diagnosis;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What there is to tell of a server in trouble.
///
/// @param version Tickbird's own
/// @param target without secrets: a host and database, or a file
/// @param snapshot empty if the server let nobody in
/// @param diagnoses one, or of a triage one an emergency
public record EmergencyReport(String version, String target, Optional<Snapshot> snapshot, List<Diagnosis> diagnoses) {

    public EmergencyReport {
        diagnoses = List.copyOf(diagnoses);
    }

    public boolean isTriage() {
        return diagnoses.size() > 1;
    }

    public List<Diagnosis> in(Diagnosis.State state) {
        return diagnoses.stream().filter(it -> it.state() == state).toList();
    }

    public Diagnosis.State worst() {
        return diagnoses.stream()
                .map(Diagnosis::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The kinds of facts that a playbook has read, in words.
    public List<String> lookedAt(Diagnosis diagnosis) {
        return snapshot.stream()
                .flatMap(it -> diagnosis.emergency().facts().stream().filter(it.observed()::contains))
                .map(Unseen::words)
                .sorted()
                .toList();
    }

    /// What a playbook could not see. What this version of PostgreSQL does not have, nobody misses.
    public List<Unseen> unseen(Diagnosis diagnosis) {
        return unseen(List.of(diagnosis));
    }

    /// What any of them could not see.
    List<Unseen> unseen() {
        return unseen(diagnoses);
    }

    private List<Unseen> unseen(List<Diagnosis> some) {
        return Unseen.gaps(snapshot.stream()
                .flatMap(it -> some.stream()
                        .flatMap(diagnosis -> diagnosis.emergency().facts().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Class::getName))
                        .flatMap(fact -> gap(fact, it)))
                .toList());
    }

    private static Stream<Gap> gap(Class<? extends Fact> fact, Snapshot snapshot) {
        if (Observatory.source(fact).sql(snapshot.the(Server.class).major()).isEmpty()) {
            return Stream.empty();
        }
        return snapshot
                .gap(fact)
                .or(() -> Optional.of(new Gap(
                                fact,
                                Gap.Extent.NOTHING_SEEN,
                                "the snapshot does not hold it",
                                "Take the snapshot again."))
                        .filter(_ -> !snapshot.observed().contains(fact)))
                .stream();
    }

    /// Where nothing is seen and not everything could be looked at, it says both.
    public String headline(Diagnosis diagnosis) {
        return diagnosis.headline() + (isHalfBlind(diagnosis) ? ", but not everything could be looked at" : "");
    }

    /// Whether what was not seen may be there nevertheless.
    boolean isHalfBlind(Diagnosis diagnosis) {
        return diagnosis.state() == Diagnosis.State.NOTHING
                && !unseen(diagnosis).isEmpty();
    }

    /// `locks: session 4711 keeps …`, or of a triage how many emergencies there are.
    public String headline() {
        if (!isTriage()) {
            Diagnosis only = diagnoses.getFirst();
            return only.emergency() + ": " + headline(only);
        }
        List<Diagnosis> there = in(Diagnosis.State.EMERGENCY);
        List<Diagnosis> signs = in(Diagnosis.State.SIGNS);
        if (there.isEmpty()) {
            String blind =
                    diagnoses.stream().anyMatch(this::isHalfBlind) ? ", and not everything could be looked at" : "";
            return "no emergency is seen" + (signs.isEmpty() ? "" : ", but signs of " + names(signs)) + blind;
        }
        return "emergency: " + names(there) + (signs.isEmpty() ? "" : "; signs of " + names(signs));
    }

    private static String names(List<Diagnosis> diagnoses) {
        return String.join(
                ", ", diagnoses.stream().map(it -> it.emergency().toString()).toList());
    }

    /// `PostgreSQL 18.1, database shop, role app`.
    String server() {
        return snapshot.map(it -> it.the(Server.class))
                .map(it -> "PostgreSQL " + it.version() + ", database " + it.database() + ", as role " + it.role()
                        + (it.inRecovery() ? ", a standby" : ""))
                .orElse("it could not be looked at");
    }

    /// When it was looked at: a file may be old. Empty if it was not.
    Optional<String> moment() {
        return snapshot.map(it -> it.takenAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
