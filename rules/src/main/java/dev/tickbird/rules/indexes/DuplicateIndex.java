// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two indexes of one table that find the same rows in the same way: each write maintains both, no query needs both.
///
/// @param largeSize from this size on it costs today
public record DuplicateIndex(Bytes largeSize) implements Rule {

    public DuplicateIndex() {
        this(Bytes.parse("10 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ForeignKey.class, IndexStatistics.class)
                // what OpenTransactions and ReturningIndex tell
                .also(Session.class, Lock.class, PreparedTransaction.class, Comment.class, IndexTarget.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Set<Long> rests =
                snapshot.all(ForeignKey.class).stream().map(ForeignKey::index).collect(Collectors.toSet());
        IndexTrees trees = IndexTrees.of(snapshot);
        Map<List<Object>, List<Index>> twins = snapshot.all(Index.class).stream()
                .filter(index -> index.valid() && index.ready() && index.live() && trees.areDescribed(index))
                .collect(Collectors.groupingBy(DuplicateIndex::likeness, LinkedHashMap::new, Collectors.toList()));
        return twins.values().stream()
                .filter(alike -> alike.size() > 1)
                .flatMap(alike -> findings(alike, rests, snapshot));
    }

    private static List<Object> likeness(Index index) {
        return List.of(index.relation(), Keys.of(index), Set.copyOf(index.included()));
    }

    private Stream<Finding> findings(List<Index> alike, Set<Long> rests, Snapshot snapshot) {
        Precedence precedence = new Precedence(rests, IndexTrees.of(snapshot));
        List<Index> kept = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Index index : alike.stream().sorted(precedence.keptFirst()).toList()) {
            Optional<Index> heir = kept.stream()
                    .filter(other -> Precedence.replaces(other, index))
                    .findFirst();
            if (heir.isPresent() && precedence.mayBeDropped(index)) {
                findings.add(finding(index, heir.get(), snapshot));
            } else {
                kept.add(index);
            }
        }
        return findings.stream();
    }

    private Finding finding(Index index, Index heir, Snapshot snapshot) {
        IndexTrees trees = IndexTrees.of(snapshot);
        QualifiedName name = index.qualifiedName();
        long bytes = trees.bytes(index);
        String also = heir.constraint() != null
                ? ", and the other one also backs constraint \"" + heir.constraint() + "\""
                : heir.unique() && !index.unique() ? ", and the other one is also unique" : "";
        return finding(
                bytes >= largeSize.number() ? Severity.WARNING : Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" is a duplicate of \"" + heir.qualifiedName() + "\"",
                "On " + Relations.of(snapshot).tableOf(index).qualifiedName() + Keys.compared(index, heir) + also
                        + ". It takes " + Words.bytes(bytes) + "; " + Words.count(trees.scans(index), "scan")
                        + " used it and " + Words.count(trees.scans(heir)) + " the other one.",
                Evidence.of("bytes", bytes)
                        .and("duplicateOf", heir.qualifiedName().toString()),
                "Each insert and each update that is not HOT writes to both; no query needs both.",
                DroppedIndex.of(index, heir, snapshot));
    }
}
