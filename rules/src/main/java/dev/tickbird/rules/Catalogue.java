// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.rules.backup.FailingArchiver;
import dev.tickbird.rules.connections.ConnectionExhaustion;
import dev.tickbird.rules.connections.IdleInTransaction;
import dev.tickbird.rules.connections.MissingTimeout;
import dev.tickbird.rules.extensions.OutdatedExtension;
import dev.tickbird.rules.indexes.DuplicateIndex;
import dev.tickbird.rules.indexes.InvalidIndex;
import dev.tickbird.rules.indexes.RedundantIndex;
import dev.tickbird.rules.indexes.UnindexedForeignKey;
import dev.tickbird.rules.indexes.UnusedIndex;
import dev.tickbird.rules.locks.BlockedSession;
import dev.tickbird.rules.queries.DominantStatement;
import dev.tickbird.rules.queries.MissingStatementStatistics;
import dev.tickbird.rules.replication.InactiveReplicationSlot;
import dev.tickbird.rules.replication.MissingReplicaIdentity;
import dev.tickbird.rules.security.AlwaysTruePolicy;
import dev.tickbird.rules.security.DisabledRowSecurity;
import dev.tickbird.rules.security.PolicyPerRowCall;
import dev.tickbird.rules.security.PublicSchemaCreate;
import dev.tickbird.rules.security.TrustAuthentication;
import dev.tickbird.rules.security.UnsafeSearchPath;
import dev.tickbird.rules.settings.DisabledDurability;
import dev.tickbird.rules.settings.InvalidConfigurationLine;
import dev.tickbird.rules.settings.PendingRestart;
import dev.tickbird.rules.tables.ForeignKeyTypeMismatch;
import dev.tickbird.rules.tables.MissingPrimaryKey;
import dev.tickbird.rules.tables.SequenceExhaustion;
import dev.tickbird.rules.tables.TimestampWithoutTimeZone;
import dev.tickbird.rules.tables.UnvalidatedConstraint;
import dev.tickbird.rules.vacuum.DisabledAutovacuum;
import dev.tickbird.rules.vacuum.HeldXminHorizon;
import dev.tickbird.rules.vacuum.TableBloat;
import dev.tickbird.rules.vacuum.WraparoundRisk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every rule there is, sorted by name. A new rule is one line here.
public final class Catalogue {

    private static final List<Rule> RULES = List.of(
            new AlwaysTruePolicy(),
            new BlockedSession(),
            new ConnectionExhaustion(),
            new DisabledAutovacuum(),
            new DisabledDurability(),
            new DisabledRowSecurity(),
            new DominantStatement(),
            new DuplicateIndex(),
            new FailingArchiver(),
            new ForeignKeyTypeMismatch(),
            new HeldXminHorizon(),
            new IdleInTransaction(),
            new InactiveReplicationSlot(),
            new InvalidConfigurationLine(),
            new InvalidIndex(),
            new MissingPrimaryKey(),
            new MissingReplicaIdentity(),
            new MissingStatementStatistics(),
            new MissingTimeout(),
            new OutdatedExtension(),
            new PendingRestart(),
            new PolicyPerRowCall(),
            new PublicSchemaCreate(),
            new RedundantIndex(),
            new SequenceExhaustion(),
            new TableBloat(),
            new TimestampWithoutTimeZone(),
            new TrustAuthentication(),
            new UnindexedForeignKey(),
            new UnsafeSearchPath(),
            new UnusedIndex(),
            new UnvalidatedConstraint(),
            new WraparoundRisk());

    private Catalogue() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static Optional<Rule> rule(String slug) {
        return RULES.stream().filter(rule -> rule.slug().equals(slug)).findFirst();
    }

    /// What `--only` and `--skip` take.
    public static List<String> slugsAndFamilies() {
        return Stream.concat(slugs().stream(), RULES.stream().map(Rule::family))
                .distinct()
                .toList();
    }

    public static List<String> slugs() {
        return RULES.stream().map(Rule::slug).toList();
    }
}
