// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A table divided by hash one of whose parts is not there: rows that belong to it are refused.
public record MissingHashPartition() implements Rule {

    private static final Pattern BOUND = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");

    private record Share(long modulus, long remainder) {

        static Stream<Share> of(Partition partition) {
            Matcher matcher = BOUND.matcher(partition.bound());
            return matcher.matches()
                    ? Stream.of(new Share(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                    : Stream.empty();
        }

        boolean takes(long hash) {
            return hash % modulus == remainder;
        }
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, PartitionedTable.class, Partition.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<Long, List<Partition>> byParent =
                snapshot.all(Partition.class).stream().collect(Collectors.groupingBy(Partition::parent));
        return snapshot.all(PartitionedTable.class).stream()
                .filter(it -> it.strategy() == PartitionedTable.Strategy.HASH)
                .flatMap(it -> relations.table(it.relation()).stream())
                .flatMap(table -> {
                    List<Share> shares = byParent.getOrDefault(table.oid(), List.of()).stream()
                            .filter(partition -> !partition.detachPending())
                            .flatMap(Share::of)
                            .toList();
                    return missing(shares).isEmpty()
                            ? Stream.empty()
                            : Stream.of(finding(table, missing(shares), largest(shares), snapshot));
                });
    }

    /// Each modulus is a factor of the next larger one: PostgreSQL demands it.
    private static long largest(List<Share> shares) {
        return shares.stream().mapToLong(Share::modulus).max().orElse(0);
    }

    private static List<Long> missing(List<Share> shares) {
        return LongStream.range(0, largest(shares))
                .filter(hash -> shares.stream().noneMatch(share -> share.takes(hash)))
                .boxed()
                .toList();
    }

    private Finding finding(Table table, List<Long> missing, long modulus, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long rows = TableTree.of(snapshot).rows(table);
        String remainders = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String options = missing.stream()
                .map(remainder -> Sql.format(
                                "create table … partition of %I for values with (modulus %s, remainder %s)",
                                name, modulus, remainder)
                        .text())
                .collect(Collectors.joining("; "));
        return finding(
                rows > 0 ? Severity.CRITICAL : Severity.WARNING,
                Subject.table(name),
                "table \"" + name + "\" lacks " + Words.count(missing.size(), "hash partition"),
                "Of the hash values modulo " + modulus + ", " + remainders + (missing.size() == 1 ? " has" : " have")
                        + " no partition. It holds about " + Words.count(rows, "row") + ".",
                Evidence.of("missing", missing.size()).and("modulus", modulus).and("remainders", remainders),
                "About " + missing.size() + " of " + Words.count(modulus)
                        + " new rows are refused: no partition is found for them.",
                new Remedy.Advice(
                        "If the partition still exists, attach it again; it may hold the rows that are missing.",
                        "Otherwise make it; nobody can read or write the table for that moment: " + options + "."));
    }
}
