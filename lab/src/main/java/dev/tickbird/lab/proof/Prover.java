// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.rehearsal.Stage;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examination.Rejected;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tries the remedies of findings on a stage, one after the other:
///
/// ```
/// the doctor finds it there → cure → he finds it no more → rollback → he finds it again, and the catalog is the same
/// ```
public final class Prover {

    private final Rehearsal rehearsal;
    private final Stage stage;
    private final Set<Class<? extends Fact>> needs;
    private final Function<Snapshot, List<Finding>> doctor;
    private final Duration budget;
    private final InstantSource clock;

    /// @param stage a twin of the database that was examined
    /// @param source the snapshot that was examined, for the sizes of the real tables
    /// @param needs the facts that the doctor asks for
    /// @param doctor what a snapshot tells
    /// @param budget how long all may take; what is not tried by then says so
    public Prover(
            Stage stage,
            Snapshot source,
            Set<Class<? extends Fact>> needs,
            Function<Snapshot, List<Finding>> doctor,
            Duration budget,
            InstantSource clock) {
        this.stage = stage;
        this.rehearsal = Rehearsal.on(stage).sizedAs(source).observing(needs);
        this.needs = Set.copyOf(needs);
        this.doctor = doctor;
        this.budget = budget;
        this.clock = clock;
    }

    /// The examination after its remedies were tried.
    public Examination prove(Examination examination) {
        Proven proven = prove(examination.findings());
        return examination.tried(proven.findings(), proven.rejected());
    }

    public Proven prove(List<Finding> findings) {
        Instant deadline = clock.instant().plus(budget);
        List<Finding> proven = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Set<String> sick = shown();
        for (Finding finding : findings) {
            Attempt attempt = clock.instant().isBefore(deadline)
                    ? attempt(finding, sick)
                    : Attempt.reasoned("the time for trying remedies was up before its turn");
            switch (attempt) {
                case Attempt.Standing(Proof proof) -> proven.add(finding.withProof(proof));
                case Attempt.Refuted(String reason) -> {
                    rejected.add(new Rejected(finding, reason));
                    proven.add(withoutRemedy(finding, reason));
                }
            }
        }
        return new Proven(proven, rejected);
    }

    /// The identities of what is found on the stage; none if it cannot be examined.
    private Set<String> shown() {
        try {
            return identities(stage.snapshot(needs));
        } catch (SQLException | TickbirdException e) {
            System.getLogger(Prover.class.getName()).log(System.Logger.Level.DEBUG, "could not examine the twin", e);
            return Set.of();
        }
    }

    private Attempt attempt(Finding finding, Set<String> sick) {
        return switch (finding.remedy()) {
            case Remedy.Advice _ -> Attempt.reasoned("what a person must decide cannot be tried");
            case Remedy.Setting _ ->
                Attempt.reasoned("what a setting does to this host and its load cannot be seen on a twin");
            case Remedy.Statement statement -> attempt(finding, statement, sick);
        };
    }

    private Attempt attempt(Finding finding, Remedy.Statement remedy, Set<String> sick) {
        if (!finding.sessions().isEmpty() || !remedy.writes()) {
            return Attempt.reasoned("it acts on sessions or other things that only the live server has");
        }
        if (!sick.contains(finding.identity())) {
            return Attempt.reasoned("a twin, which has no rows, sessions or counters, does not show the finding");
        }
        try {
            Judge judge =
                    new Judge(finding, remedy, snapshot -> identities(snapshot).contains(finding.identity()));
            return judge.on(rehearsal.of(remedy.script(), remedy.undo()));
        } catch (SQLException | TickbirdException e) {
            return Attempt.reasoned("the twin could not be used: " + e.getMessage());
        }
    }

    private Set<String> identities(Snapshot snapshot) {
        return doctor.apply(snapshot).stream().map(Finding::identity).collect(Collectors.toSet());
    }

    private static Finding withoutRemedy(Finding finding, String reason) {
        Remedy.Advice advice = new Remedy.Advice(
                "Do not carry out what this rule usually prescribes: " + reason + ".",
                "Read the rule's page for other ways.");
        return finding.withRemedy(advice).withProof(Proof.reasoned("the usual remedy was tried and refuted"));
    }
}
