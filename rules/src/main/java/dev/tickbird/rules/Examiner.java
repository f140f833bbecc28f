// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Scope;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Counters;
import dev.tickbird.model.statistics.StatementsInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs rules over a snapshot. Each rule ends in one of three states: clean, finding, or not examined with the reason.
public final class Examiner {

    private final List<Rule> rules;
    private final Map<String, String> families;
    private final Settlement settlement;
    private final Yielding yielding;

    public Examiner(List<Rule> rules, Settlement settlement) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::slug)).toList();
        this.families = rules.stream().collect(Collectors.toMap(Rule::slug, Rule::family));
        this.settlement = settlement;
        this.yielding = new Yielding(rules);
    }

    /// What must be observed for these rules.
    public Set<Class<? extends Fact>> needs() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
        facts.add(Server.class);
        facts.add(EditionEvidence.class);
        rules.forEach(rule -> facts.addAll(rule.needs().facts()));
        rules.forEach(rule -> facts.addAll(rule.needs().also()));
        return facts;
    }

    /// How many rules there were to choose from. Matters of taste count only where they are asked.
    public int choice() {
        return (int) Catalogue.rules().stream()
                .filter(rule -> !rule.isOpinion() || families.containsKey(rule.slug()))
                .count();
    }

    public Examination examine(Snapshot snapshot) {
        Snapshot own = Scope.own(snapshot);
        List<Finding> findings = new ArrayList<>();
        List<Examined> examined = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<String> blind = blindness(rule, own);
            if (blind.isPresent()) {
                examined.add(new Examined(rule.slug(), Examined.State.NOT_EXAMINED, blind.get()));
            } else {
                List<Finding> found = rule.examine(own)
                        .map(settlement::judged)
                        .map(finding -> placed(finding, own))
                        .toList();
                findings.addAll(found);
                examined.add(examined(rule, own, found));
            }
        }
        List<Finding> told =
                yielding.told(findings).stream().sorted(worstFirst()).toList();
        LocalDate today = LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
        return settlement.settle(told, examined, today);
    }

    /// By severity, then by family, then rule by rule, the costliest of each first.
    private Comparator<Finding> worstFirst() {
        return Comparator.comparing(Finding::severity)
                .thenComparingInt(finding -> Catalogue.families().indexOf(families.getOrDefault(finding.rule(), "")))
                .thenComparing(Finding::rule)
                .thenComparingDouble(finding -> -finding.evidence().weight())
                .thenComparing(Finding::identity);
    }

    /// A standby takes no changes: what writes must be run on its primary.
    private static Finding placed(Finding finding, Snapshot snapshot) {
        return finding.remedy() instanceof Remedy.Statement statement
                        && statement.writes()
                        && snapshot.the(Server.class).inRecovery()
                ? finding.withRemedy(statement.onPrimary())
                : finding;
    }

    /// Why a rule can say nothing at all; empty if it can.
    private static Optional<String> blindness(Rule rule, Snapshot snapshot) {
        Needs needs = rule.needs();
        for (Class<? extends Fact> fact : needs.facts()) {
            Optional<Gap> gap = snapshot.gap(fact).filter(it -> it.extent() == Gap.Extent.NOTHING_SEEN);
            if (gap.isPresent()) {
                return Optional.of(gap.get().reason());
            }
            if (!snapshot.observed().contains(fact)) {
                return Optional.of("the snapshot does not hold what the rule reads");
            }
        }
        if (needs.host() && Edition.of(snapshot).managed()) {
            return Optional.of("not applicable on " + Edition.of(snapshot).displayName());
        }
        int major = snapshot.the(Server.class).major();
        if (major < needs.since()) {
            return Optional.of("PostgreSQL " + major + " does not tell; " + needs.since() + " and later do");
        }
        Optional<String> young = youth("the statistics", statisticsAge(needs, snapshot), needs.statisticsAge());
        return young.isPresent() || needs.statementsAge().isZero()
                ? young
                : youth(
                        "the statistics of statements",
                        Duration.between(snapshot.the(StatementsInfo.class).statisticsSince(), snapshot.takenAt()),
                        needs.statementsAge());
    }

    /// Of the counters that are reset by themselves, the youngest decide.
    private static Duration statisticsAge(Needs needs, Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        return needs.facts().stream()
                .filter(Counters.class::isAssignableFrom)
                .flatMap(fact -> snapshot.all(fact).stream())
                .map(counters ->
                        Objects.requireNonNullElse(((Counters) counters).statisticsSince(), server.startedAt()))
                .max(Comparator.naturalOrder())
                .map(since -> Duration.between(since, snapshot.takenAt()))
                .orElseGet(server::statisticsAge);
    }

    /// Why counters prove nothing; empty if they are old enough.
    private static Optional<String> youth(String what, Duration age, Duration needed) {
        return age.compareTo(needed) >= 0
                ? Optional.empty()
                : Optional.of(what + " are " + Words.duration(age) + " old; the rule needs " + Words.duration(needed));
    }

    /// Who finds nothing while a part was hidden has not examined.
    private static Examined examined(Rule rule, Snapshot snapshot, List<Finding> found) {
        String unseen = rule.needs().facts().stream()
                .flatMap(fact -> rule.needs().gap(fact, snapshot).stream())
                .map(Gap::reason)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        if (!found.isEmpty()) {
            return new Examined(rule.slug(), Examined.State.FINDING, unseen);
        }
        return new Examined(rule.slug(), unseen.isEmpty() ? Examined.State.CLEAN : Examined.State.NOT_EXAMINED, unseen);
    }
}
