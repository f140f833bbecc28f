// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of `pg_hba.conf` that never has its turn, for lines before it decide for all whom it is for.
public record ShadowedHbaLine() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(HbaLine.class, Membership.class).also(Setting.class).ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<HbaLine> lines = snapshot.all(HbaLine.class).stream()
                .filter(line -> line.error() == null)
                .toList();
        Set<String> told = new HashSet<>(); // a line may stand there three times
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<HbaLine> deciding = deciding(lines.get(i), lines.subList(0, i), snapshot);
            if (!deciding.isEmpty() && told.add(new WrittenLine(lines.get(i), snapshot).text())) {
                findings.add(finding(lines.get(i), deciding, snapshot));
            }
        }
        return findings.stream();
    }

    /// Those of the lines before that are needed to leave nothing to it, the earliest that do; empty if it has
    /// its turn.
    private static List<HbaLine> deciding(HbaLine line, List<HbaLine> earlier, Snapshot snapshot) {
        if (!new Lines(earlier, snapshot).cover(line)) {
            return List.of();
        }
        int enough = earlier.size();
        while (enough > 1 && new Lines(earlier.subList(0, enough - 1), snapshot).cover(line)) {
            enough--;
        }
        HbaLine last = earlier.get(enough - 1);
        if (new Lines(List.of(last), snapshot).cover(line)) {
            return List.of(last);
        }
        List<HbaLine> needed = new ArrayList<>(earlier.subList(0, enough));
        for (HbaLine candidate : earlier.subList(0, enough)) {
            List<HbaLine> others =
                    needed.stream().filter(it -> !it.equals(candidate)).toList();
            if (new Lines(others, snapshot).cover(line)) {
                needed.remove(candidate);
            }
        }
        return needed;
    }

    private Finding finding(HbaLine line, List<HbaLine> deciding, Snapshot snapshot) {
        WrittenLine written = new WrittenLine(line, snapshot);
        String before = (deciding.size() == 1 ? "line " : "lines ")
                + deciding.stream().map(it -> String.valueOf(it.line())).collect(Collectors.joining(" and "));
        boolean refuses = Strength.of(line) == Strength.REFUSAL;
        boolean refused = deciding.stream().allMatch(it -> Strength.of(it) == Strength.REFUSAL);
        boolean weaker = deciding.stream().anyMatch(it -> Strength.of(it).compareTo(Strength.of(line)) < 0);
        String decided = before + (deciding.size() == 1 ? " decides" : " decide") + " before";
        return finding(
                severity(weaker, refused && !refuses),
                written.subject(),
                written.place() + effect(line, weaker, refused && !refuses) + decided,
                "The first line that fits a connection decides. " + capital(written.place()) + " is: " + written.text()
                        + ". Before it stands "
                        + deciding.stream()
                                .map(it -> new WrittenLine(it, snapshot))
                                .map(it -> it.place() + ": " + it.text())
                                .collect(Collectors.joining("; "))
                        + ".",
                Evidence.of("line", line.line()).and("decided by", before),
                impact(refuses, weaker, refused),
                new Remedy.Advice(
                        List.of(
                                "If it is to count, move it in front of " + before
                                        + ", look at pg_hba_file_rules, and run \"select pg_reload_conf()\".",
                                "If it is not, remove it, so that nobody believes in it."),
                        Sql.format("select line_number, type, database, user_name, address, auth_method"
                                + " from pg_hba_file_rules order by line_number")));
    }

    private static Severity severity(boolean weaker, boolean lockedOut) {
        if (weaker) {
            return Severity.WARNING;
        }
        return lockedOut ? Severity.ADVICE : Severity.NOTE;
    }

    private static String effect(HbaLine line, boolean weaker, boolean lockedOut) {
        if (Strength.of(line) == Strength.REFUSAL && weaker) {
            return " refuses nobody, for ";
        }
        return lockedOut ? " lets in nobody, for " : " never has its turn, for ";
    }

    private static String impact(boolean refuses, boolean weaker, boolean refused) {
        if (refuses && weaker) {
            return "Those whom it is to keep out come in.";
        }
        if (weaker) {
            return "People come in with less than it asks of them.";
        }
        return refused && !refuses
                ? "Those whom it is to let in are refused."
                : "Whoever reads or changes it takes it for what happens, and changes nothing.";
    }

    private static String capital(String place) {
        return Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }
}
