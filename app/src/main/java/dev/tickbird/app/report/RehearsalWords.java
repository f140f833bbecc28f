// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.rehearsal.Estimate;
import dev.tickbird.lab.rehearsal.Hold;
import dev.tickbird.lab.rehearsal.Holds;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Place;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.Work;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A rehearsal in words, the same in every form.
final class RehearsalWords {

    /// So many relations are named.
    private static final int NAMES = 5;

    private RehearsalWords() {}

    /// Such as `the script runs, and its undo restores the catalog byte for byte`.
    static String verdict(RehearsalReport report) {
        return switch (report.rehearsed()) {
            case Rehearsed.CarriedOut done
            when report.undo().all().isEmpty() ->
                "the script runs: " + Words.count(done.cure().size(), "statement");
            case Rehearsed.CarriedOut done
            when done.lasting().isEmpty() -> "the script runs, and its undo restores the catalog byte for byte";
            case Rehearsed.CarriedOut done ->
                "the script runs, but its undo leaves "
                        + Words.count(done.lasting().size(), "difference");
            case Rehearsed.Failed failed ->
                "the " + name(failed.part()) + " fails: " + failed.error().message();
            case Rehearsed.Refused refused ->
                "the " + name(refused.part()) + " is refused: "
                        + Words.count(refused.objections().size(), "statement") + " that a twin cannot let run";
        };
    }

    static String name(Rehearsed.Part part) {
        return part == Rehearsed.Part.CURE ? "script" : "undo";
    }

    /// What holds others up longest, such as `blocks writes to public.orders for about 40 seconds (…)`; empty if none
    /// does but for an instant.
    static Optional<String> longest(RehearsalReport report) {
        Holds sizes = report.holds();
        List<Hold> holds = new ArrayList<>(sizes.of(report.rehearsed().cure()));
        holds.addAll(sizes.of(report.rehearsed().undo()));
        return holds.stream()
                .filter(hold -> hold.mode().blocksWrites() && hold.estimate().isLong())
                .max(Comparator.comparing(Hold::estimate, Estimate.BY_LENGTH))
                .map(hold -> LockWords.effect(hold.mode(), hold.relation().toString(), hold.length()));
    }

    /// What a statement did beside locking, each in a few words.
    static List<String> work(Observed statement) {
        Work work = statement.work();
        List<String> words = new ArrayList<>();
        named("rewrites ", work.rewritten()).ifPresent(words::add);
        named("builds index ", work.built()).ifPresent(words::add);
        named("reads all of ", work.scanned()).ifPresent(words::add);
        if (statement.alone()) {
            words.add("runs outside of transaction blocks");
        }
        if (statement.outwaits()) {
            words.add("waits until all transactions under way have ended");
        }
        return words;
    }

    private static Optional<String> named(String verb, List<QualifiedName> relations) {
        return relations.isEmpty()
                ? Optional.empty()
                : Optional.of(verb
                        + Words.some(
                                relations.stream().map(QualifiedName::toString).toList(), NAMES));
    }

    /// Until when a statement's locks are held.
    ///
    /// @param statements of the whole script, as far as it ran
    static Place until(Observed taking, List<Observed> statements) {
        return statements.stream()
                .filter(statement -> statement.transaction() == taking.transaction())
                .reduce(taking, (one, other) -> other)
                .place();
    }

    /// The statements before a failure whose transactions were over: on the target they would stay.
    static List<Observed> committed(List<Observed> statements) {
        return statements.stream().collect(Collectors.groupingBy(Observed::transaction)).values().stream()
                .filter(RehearsalWords::isCommitted)
                .flatMap(List::stream)
                .filter(statement -> !isSteering(statement))
                .sorted(Comparator.comparingInt(statement -> statement.place().line()))
                .toList();
    }

    private static boolean isCommitted(List<Observed> transaction) {
        boolean begun = begins(transaction.getFirst(), "begin", "start");
        Observed last = transaction.getLast();
        return begun ? begins(last, "commit", "end") : !begins(last, "rollback", "abort");
    }

    private static boolean isSteering(Observed statement) {
        return begins(statement, "begin", "start", "commit", "end", "set", "reset", "show", "savepoint", "release");
    }

    private static boolean begins(Observed statement, String... words) {
        String first = statement.sql().split("\\W", 2)[0];
        for (String word : words) {
            if (first.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }
}
