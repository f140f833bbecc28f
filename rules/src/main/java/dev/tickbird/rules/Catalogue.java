// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.rules.auditing.AuditingRules;
import dev.tickbird.rules.authentication.AuthenticationRules;
import dev.tickbird.rules.backup.BackupRules;
import dev.tickbird.rules.columns.ColumnRules;
import dev.tickbird.rules.connections.ConnectionRules;
import dev.tickbird.rules.constraints.ConstraintRules;
import dev.tickbird.rules.exposure.ExposureRules;
import dev.tickbird.rules.extensions.ExtensionRules;
import dev.tickbird.rules.functions.FunctionRules;
import dev.tickbird.rules.indexes.IndexRules;
import dev.tickbird.rules.integrity.IntegrityRules;
import dev.tickbird.rules.locks.LockRules;
import dev.tickbird.rules.memory.MemoryRules;
import dev.tickbird.rules.partitions.PartitionRules;
import dev.tickbird.rules.planner.PlannerRules;
import dev.tickbird.rules.policies.PolicyRules;
import dev.tickbird.rules.queries.QueryRules;
import dev.tickbird.rules.replication.ReplicationRules;
import dev.tickbird.rules.security.SecurityRules;
import dev.tickbird.rules.sequences.SequenceRules;
import dev.tickbird.rules.settings.SettingRules;
import dev.tickbird.rules.statistics.StatisticsRules;
import dev.tickbird.rules.style.StyleRules;
import dev.tickbird.rules.tables.TableRules;
import dev.tickbird.rules.triggers.TriggerRules;
import dev.tickbird.rules.vacuum.VacuumRules;
import dev.tickbird.rules.wal.WalRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every rule there is, sorted by name. Each family lists its own.
public final class Catalogue {

    /// What is to be read first among findings of one severity: who is held up now, then what can lose data or stop the
    /// server, then who gets at what, then what is slow or only untidy.
    private static final List<List<Rule>> FAMILIES = List.of(
            LockRules.rules(),
            ConnectionRules.rules(),
            IntegrityRules.rules(),
            BackupRules.rules(),
            SettingRules.rules(),
            MemoryRules.rules(),
            WalRules.rules(),
            VacuumRules.rules(),
            ReplicationRules.rules(),
            SequenceRules.rules(),
            PartitionRules.rules(),
            ConstraintRules.rules(),
            TableRules.rules(),
            ColumnRules.rules(),
            TriggerRules.rules(),
            AuthenticationRules.rules(),
            SecurityRules.rules(),
            PolicyRules.rules(),
            ExposureRules.rules(),
            AuditingRules.rules(),
            QueryRules.rules(),
            PlannerRules.rules(),
            StatisticsRules.rules(),
            IndexRules.rules(),
            FunctionRules.rules(),
            ExtensionRules.rules(),
            StyleRules.rules());

    private static final List<Rule> RULES = FAMILIES.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::slug))
            .toList();

    private static final List<String> FAMILY_NAMES =
            FAMILIES.stream().flatMap(List::stream).map(Rule::family).distinct().toList();

    private Catalogue() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static Optional<Rule> rule(String slug) {
        return RULES.stream().filter(rule -> rule.slug().equals(slug)).findFirst();
    }

    /// The families in the order in which they are to be read.
    public static List<String> families() {
        return FAMILY_NAMES;
    }

    /// What `--only` and `--skip` take.
    public static List<String> slugsAndFamilies() {
        return Stream.concat(slugs().stream(), families().stream()).toList();
    }

    public static List<String> slugs() {
        return RULES.stream().map(Rule::slug).toList();
    }
}
