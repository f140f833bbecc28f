// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.Stage;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examination.Rejected;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.server.Binaries;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Likeness likeness;
    private final Function<Snapshot, List<Finding>> doctor;
    private final Duration budget;
    private final InstantSource clock;
    private final Snapshot source;
    private Optional<Binaries> planning = Optional.empty();
    private Consumer<String> progress = _ -> {};

    /// @param stage a twin of the database that was examined
    /// @param source the snapshot that was examined, for sizes, counters and whatever else the stage does not have
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
        this.source = source;
        this.likeness = new Likeness(source, needs);
        this.rehearsal = Rehearsal.on(stage).sizedAs(source).observing(likeness.needs());
        this.doctor = doctor;
        this.budget = budget;
        this.clock = clock;
    }

    /// The same, who also plans what the source was asked, where a remedy makes or drops indexes.
    ///
    /// @param told what is being done
    public Prover planningOn(Binaries binaries, Consumer<String> told) {
        planning = Optional.of(binaries);
        progress = told;
        return this;
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
        try (Foresight foresight = new Foresight(source, planning, progress)) {
            for (Finding finding : findings) {
                switch (attempt(finding, sick, foresight, deadline)) {
                    case Attempt.Standing(Proof proof) -> proven.add(finding.withProof(proof));
                    case Attempt.Refuted(String reason) -> {
                        rejected.add(new Rejected(finding, reason));
                        proven.add(withoutRemedy(finding, reason));
                    }
                }
            }
        }
        return new Proven(proven, rejected);
    }

    /// Whether there is something in a finding's remedy to try on a twin.
    public static boolean canTry(Finding finding) {
        return reasonAgainst(finding).isEmpty();
    }

    /// Findings of which none can be tried, each with the reason.
    public static List<Finding> withoutTrial(List<Finding> findings) {
        return findings.stream()
                .map(finding -> reasonAgainst(finding)
                        .map(reason -> finding.withProof(Proof.reasoned(reason)))
                        .orElse(finding))
                .toList();
    }

    private static Optional<String> reasonAgainst(Finding finding) {
        return switch (finding.remedy()) {
            case Remedy.Advice _ -> Optional.of("what a person must decide cannot be tried");
            case Remedy.Setting _ ->
                Optional.of("what a setting does to this host and its load cannot be seen on a twin");
            case Remedy.Statement statement ->
                finding.sessions().isEmpty() && statement.writes()
                        ? Optional.empty()
                        : Optional.of("it acts on sessions or other things that only the live server has");
        };
    }

    /// The identities of what is found on the stage; none if it cannot be examined.
    private Set<String> shown() {
        try {
            return shown(stage.snapshot(likeness.needs()));
        } catch (SQLException | TickbirdException e) {
            System.getLogger(Prover.class.getName()).log(System.Logger.Level.DEBUG, "could not examine the twin", e);
            return Set.of();
        }
    }

    private Attempt attempt(Finding finding, Set<String> sick, Foresight foresight, Instant deadline) {
        Optional<String> against = reasonAgainst(finding);
        if (against.isPresent()) {
            return Attempt.reasoned(against.get());
        }
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            return Attempt.reasoned("the time for trying remedies was up before its turn");
        }
        Remedy.Statement remedy = (Remedy.Statement) finding.remedy(); // nothing else can be tried
        if (!sick.contains(finding.identity())) {
            return Attempt.reasoned("a twin of the database does not show the finding");
        }
        progress.accept("rehearsing the cure of " + finding.identity());
        try {
            Judge judge = new Judge(finding, remedy, snapshot -> shown(snapshot).contains(finding.identity()));
            Rehearsed rehearsed = rehearsal.of(remedy.script(), remedy.undo());
            Attempt attempt = judge.on(rehearsed);
            return attempt instanceof Attempt.Standing standing
                            && standing.proof().verdict() == Proof.Verdict.REHEARSED
                            && rehearsed instanceof Rehearsed.CarriedOut done
                    ? foresight.on(standing, done, left)
                    : attempt;
        } catch (SQLException | TickbirdException e) {
            return Attempt.reasoned("the twin could not be used: " + e.getMessage());
        }
    }

    /// What the doctor finds in a look at the stage, with what only the source has.
    private Set<String> shown(Snapshot snapshot) {
        return snapshot.view(Shown.class, it -> Shown.of(doctor.apply(likeness.of(it))))
                .identities();
    }

    private record Shown(Set<String> identities) {

        static Shown of(List<Finding> findings) {
            return new Shown(findings.stream().map(Finding::identity).collect(Collectors.toSet()));
        }
    }

    private static Finding withoutRemedy(Finding finding, String reason) {
        Remedy.Advice advice = new Remedy.Advice(
                "Do not carry out what this rule usually prescribes: " + reason + ".",
                "Read the rule's page for other ways.");
        return finding.withRemedy(advice).withProof(Proof.reasoned("the usual remedy was tried and refuted"));
    }
}
