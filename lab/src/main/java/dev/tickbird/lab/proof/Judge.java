// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Estimate;
import dev.tickbird.lab.rehearsal.Hold;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.ScriptError;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.LocksSeen;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Reversal;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges a rehearsal of a finding's remedy.
///
/// @param finds whether the doctor finds the same in a snapshot
record Judge(Finding finding, Remedy.Statement remedy, Predicate<Snapshot> finds) {

    private static final int MOST = 3;

    /// Values that are longer together are definitions.
    private static final int LEGIBLE = 60;

    /// What says more about the twin than about the remedy: a library or an extension that is not there, no memory, no
    /// disk, a time limit, a lock that was not to be had.
    private static final Set<String> OF_THE_TWIN =
            Set.of("58P01", "53100", "53200", "53400", "57014", "57P01", "55P03", "08006", "XX000", "25006");

    Attempt on(Rehearsed rehearsed) {
        return switch (rehearsed) {
            case Rehearsed.Refused refused ->
                Attempt.reasoned("it was not rehearsed: its " + refused.part() + " is refused, for "
                        + refused.objection().reason());
            case Rehearsed.Failed failed
            when isOfTheTwin(failed.error()) ->
                Attempt.reasoned("the twin could not carry its " + failed.part() + " out after "
                        + Words.count(failed.ran().size(), "statement") + ": "
                        + failed.error().message());
            case Rehearsed.Failed failed ->
                new Attempt.Refuted("on a twin of the database its " + failed.part() + " fails: " + failed.error());
            case Rehearsed.CarriedOut done -> onEffect(done);
        };
    }

    private static boolean isOfTheTwin(ScriptError error) {
        return OF_THE_TWIN.contains(error.state())
                || error.state().equals("0A000") && error.message().contains("is not available");
    }

    private Attempt onEffect(Rehearsed.CarriedOut done) {
        if (!finds.test(done.moments().getFirst())) {
            return Attempt.reasoned("a twin whose superusers are disarmed does not show the finding");
        }
        if (finds.test(done.moments().get(1))) {
            return done.changes().isEmpty()
                    ? Attempt.reasoned(applied(done))
                    : new Attempt.Refuted("on a twin of the database the finding is still there after it");
        }
        if (!done.lasting().isEmpty()) {
            return new Attempt.Refuted("on a twin of the database its rollback does not restore what was there: "
                    + Words.some(done.lasting(), MOST));
        }
        List<String> said = new ArrayList<>();
        said.add("on a twin the finding is gone after it, and " + afterRollback(done));
        holds("it", done.holds()).ifPresent(said::add);
        undoHolds(done).ifPresent(said::add);
        said.addAll(objections(done));
        return new Attempt.Standing(Proof.rehearsed(String.join("; ", said), finding.title(), changes(done.changes())));
    }

    /// What works on rows alone, such as a vacuum, changes nothing where there are none.
    private static String applied(Rehearsed.CarriedOut done) {
        List<String> said = new ArrayList<>();
        said.add("on a twin of the database it applies, but the twin has no rows on which its work would show");
        holds("it", done.holds()).ifPresent(said::add);
        return String.join("; ", said);
    }

    private String afterRollback(Rehearsed.CarriedOut done) {
        if (done.moments().size() < 3) {
            return remedy.reversal() == Reversal.NEEDLESS ? "there is nothing to undo" : "it cannot be undone";
        }
        return "the rollback restores the same catalog"
                + (finds.test(done.moments().get(2)) ? " and the finding" : ", though not the finding");
    }

    /// What whoever takes the cure back must know: the rollback may lock more than the cure has.
    private static Optional<String> undoHolds(Rehearsed.CarriedOut done) {
        Map<QualifiedName, LocksSeen.Seen> known = done.locks().strongest();
        boolean stronger = done.undoHolds().stream().anyMatch(hold -> {
            LocksSeen.@Nullable Seen seen = known.get(hold.relation());
            return hold.mode().compareTo(seen == null ? LockMode.ACCESS_SHARE : seen.mode()) > 0;
        });
        if (stronger) {
            return holds("its rollback", done.undoHolds());
        }
        return done.undoHolds().isEmpty() ? Optional.empty() : Optional.of("its rollback holds no stronger locks");
    }

    /// The locks that are held longest first, of those the strongest; not those that only drops mind.
    private static Optional<String> holds(String who, List<Hold> all) {
        List<String> holds = all.stream()
                .filter(hold -> hold.mode().compareTo(LockMode.ACCESS_SHARE) > 0)
                .sorted(Comparator.comparing(Hold::estimate, Estimate.BY_LENGTH)
                        .thenComparing(Hold::mode)
                        .reversed())
                .map(hold -> hold.mode() + " on " + hold.relation() + ' ' + hold.length())
                .distinct()
                .toList();
        return holds.isEmpty() ? Optional.empty() : Optional.of(who + " holds " + Words.some(holds, MOST));
    }

    /// What its rule should have said otherwise.
    private List<String> objections(Rehearsed.CarriedOut done) {
        return Observed.objections(done.cure(), remedy.impact()).stream()
                .map(objection -> "unlike declared, it " + objection)
                .toList();
    }

    private static String changes(List<Difference> changes) {
        return changes.isEmpty()
                ? "nothing that is compared has changed"
                : Words.some(changes.stream().map(Judge::told).toList(), MOST);
    }

    private static String told(Difference difference) {
        String what = difference.kind() + ' ' + difference.name();
        return switch (difference) {
            case Difference.Added _ -> what + " is added";
            case Difference.Removed _ -> what + " is gone";
            case Difference.Changed changed ->
                what + " is changed: "
                        + changed.changes().stream().map(Judge::told).collect(Collectors.joining(", "));
        };
    }

    private static String told(Difference.Change change) {
        String before = change.before() == null ? "none" : change.before();
        String after = change.after() == null ? "none" : change.after();
        return before.length() + after.length() > LEGIBLE
                ? change.property()
                : change.property() + ' ' + before + " → " + after;
    }
}
