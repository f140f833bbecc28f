// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.AnalyzeProgress;
import dev.tickbird.model.activity.BaseBackupProgress;
import dev.tickbird.model.activity.ClusterProgress;
import dev.tickbird.model.activity.CopyProgress;
import dev.tickbird.model.activity.IndexBuildProgress;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationOrigin;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.replication.StandbyConflicts;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.replication.SubscriptionRelation;
import dev.tickbird.model.replication.SubscriptionWorker;
import dev.tickbird.model.replication.WalReceiver;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.roles.RolePassword;
import dev.tickbird.model.schema.Aggregate;
import dev.tickbird.model.schema.AlteredRoutine;
import dev.tickbird.model.schema.Cast;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.DomainConstraint;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.ForeignDataWrapper;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.ForeignServer;
import dev.tickbird.model.schema.ForeignTable;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.LateColumn;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.NotNull;
import dev.tickbird.model.schema.Operator;
import dev.tickbird.model.schema.OperatorClass;
import dev.tickbird.model.schema.OperatorFamily;
import dev.tickbird.model.schema.OtherObject;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.RewriteRule;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.TextSearchConfiguration;
import dev.tickbird.model.schema.TextSearchDictionary;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.schema.UserMapping;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.AvailableExtension;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.DatabaseSize;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.IdentLine;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.model.server.SslSession;
import dev.tickbird.model.server.Tablespace;
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.model.statistics.BackgroundWriter;
import dev.tickbird.model.statistics.Checkpointer;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.FunctionStatistics;
import dev.tickbird.model.statistics.IndexIo;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.IoStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.SlruStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.model.statistics.SubscriptionStatistics;
import dev.tickbird.model.statistics.TableIo;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.model.statistics.TemporaryFiles;
import dev.tickbird.model.statistics.ValuesAhead;
import dev.tickbird.model.statistics.WalDirectory;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.model.statistics.WalStatistics;
import java.util.List;
import java.util.stream.Stream;

/// Every fact there is, with the name of its `.sql` file, sorted by room and name.
public final class Observatory {

    private static final List<FactSource<?>> SOURCES = List.of(
            new FactSource<>(AnalyzeProgress.class, "analyze_progress"),
            new FactSource<>(BaseBackupProgress.class, "base_backup_progress"),
            new FactSource<>(ClusterProgress.class, "cluster_progress"),
            new FactSource<>(CopyProgress.class, "copy_progress"),
            new FactSource<>(IndexBuildProgress.class, "index_build_progress"),
            new FactSource<>(Lock.class, "locks"),
            new FactSource<>(PreparedTransaction.class, "prepared_transactions"),
            new FactSource<>(Session.class, "sessions"),
            new FactSource<>(VacuumProgress.class, "vacuum_progress"),
            new FactSource<>(Publication.class, "publications"),
            new FactSource<>(PublishedTable.class, "published_tables"),
            new FactSource<>(Replica.class, "replicas"),
            new FactSource<>(ReplicationOrigin.class, "replication_origins"),
            new FactSource<>(ReplicationSlot.class, "replication_slots"),
            new FactSource<>(StandbyConflicts.class, "standby_conflicts"),
            new FactSource<>(Subscription.class, "subscriptions"),
            new FactSource<>(SubscriptionRelation.class, "subscription_relations"),
            new FactSource<>(SubscriptionWorker.class, "subscription_workers"),
            new FactSource<>(WalReceiver.class, "wal_receiver"),
            new FactSource<>(DefaultPrivilege.class, "default_privileges"),
            new FactSource<>(Membership.class, "memberships"),
            new FactSource<>(Privilege.class, "privileges"),
            new FactSource<>(Role.class, "roles"),
            new FactSource<>(RolePassword.class, "role_passwords"),
            new FactSource<>(Aggregate.class, "aggregates"),
            new FactSource<>(AlteredRoutine.class, "altered_routines"),
            new FactSource<>(Cast.class, "casts"),
            new FactSource<>(Collation.class, "collations"),
            new FactSource<>(Column.class, "columns"),
            new FactSource<>(ColumnDefault.class, "column_defaults"),
            new FactSource<>(ColumnDependant.class, "column_dependants"),
            new FactSource<>(Comment.class, "comments"),
            new FactSource<>(Constraint.class, "constraints"),
            new FactSource<>(Domain.class, "domains"),
            new FactSource<>(DomainConstraint.class, "domain_constraints"),
            new FactSource<>(EventTrigger.class, "event_triggers"),
            new FactSource<>(ExtendedStatistics.class, "extended_statistics"),
            new FactSource<>(ForeignDataWrapper.class, "foreign_data_wrappers"),
            new FactSource<>(ForeignKey.class, "foreign_keys"),
            new FactSource<>(ForeignServer.class, "foreign_servers"),
            new FactSource<>(ForeignTable.class, "foreign_tables"),
            new FactSource<>(Function.class, "functions"),
            new FactSource<>(Index.class, "indexes"),
            new FactSource<>(IndexTarget.class, "index_targets"),
            new FactSource<>(Inheritance.class, "inheritances"),
            new FactSource<>(Language.class, "languages"),
            new FactSource<>(LateColumn.class, "late_columns"),
            new FactSource<>(MaterializedView.class, "materialized_views"),
            new FactSource<>(NotNull.class, "not_nulls"),
            new FactSource<>(Operator.class, "operators"),
            new FactSource<>(OperatorClass.class, "operator_classes"),
            new FactSource<>(OperatorFamily.class, "operator_families"),
            new FactSource<>(OtherObject.class, "other_objects"),
            new FactSource<>(Partition.class, "partitions"),
            new FactSource<>(PartitionedTable.class, "partitioned_tables"),
            new FactSource<>(Policy.class, "policies"),
            new FactSource<>(RewriteRule.class, "rewrite_rules"),
            new FactSource<>(Schema.class, "schemas"),
            new FactSource<>(Sequence.class, "sequences"),
            new FactSource<>(SequenceDraw.class, "sequence_draws"),
            new FactSource<>(Table.class, "tables"),
            new FactSource<>(TextSearchConfiguration.class, "text_search_configurations"),
            new FactSource<>(TextSearchDictionary.class, "text_search_dictionaries"),
            new FactSource<>(Trigger.class, "triggers"),
            new FactSource<>(Type.class, "types"),
            new FactSource<>(UserMapping.class, "user_mappings"),
            new FactSource<>(View.class, "views"),
            new FactSource<>(AvailableExtension.class, "available_extensions"),
            new FactSource<>(Database.class, "databases"),
            new FactSource<>(DatabaseSize.class, "database_sizes"),
            new FactSource<>(EditionEvidence.class, "edition_evidence"),
            new FactSource<>(Extension.class, "extensions"),
            new FactSource<>(HbaLine.class, "hba_lines"),
            new FactSource<>(IdentLine.class, "ident_lines"),
            new FactSource<>(Server.class, "server"),
            new FactSource<>(Setting.class, "settings"),
            new FactSource<>(SettingOverride.class, "setting_overrides"),
            new FactSource<>(SettingsFileLine.class, "settings_file_lines"),
            new FactSource<>(SslSession.class, "ssl_sessions"),
            new FactSource<>(Tablespace.class, "tablespaces"),
            new FactSource<>(Archiver.class, "archiver"),
            new FactSource<>(BackgroundWriter.class, "background_writer"),
            new FactSource<>(Checkpointer.class, "checkpointer"),
            new FactSource<>(ColumnEnds.class, "column_ends"),
            new FactSource<>(ColumnStatistics.class, "column_statistics"),
            new FactSource<>(DatabaseStatistics.class, "database_statistics"),
            new FactSource<>(ExpressionStatistics.class, "expression_statistics"),
            new FactSource<>(ExtendedStatisticsData.class, "extended_statistics_data"),
            new FactSource<>(FunctionStatistics.class, "function_statistics"),
            new FactSource<>(IndexIo.class, "index_io"),
            new FactSource<>(IndexMetapage.class, "index_metapages"),
            new FactSource<>(IndexStatistics.class, "index_statistics"),
            new FactSource<>(IoStatistics.class, "io_statistics"),
            new FactSource<>(RelationSize.class, "relation_sizes"),
            new FactSource<>(SlruStatistics.class, "slru_statistics"),
            new FactSource<>(Statement.class, "statements"),
            new FactSource<>(StatementText.class, "statement_texts"),
            new FactSource<>(StatementsInfo.class, "statements_info"),
            new FactSource<>(SubscriptionStatistics.class, "subscription_statistics"),
            new FactSource<>(TableIo.class, "table_io"),
            new FactSource<>(TableStatistics.class, "table_statistics"),
            new FactSource<>(TemporaryFiles.class, "temporary_files"),
            new FactSource<>(ValuesAhead.class, "values_ahead"),
            new FactSource<>(WalDirectory.class, "wal_directory"),
            new FactSource<>(WalPosition.class, "wal_position"),
            new FactSource<>(WalStatistics.class, "wal_statistics"));

    private Observatory() {}

    public static Stream<FactSource<?>> sources() {
        return SOURCES.stream();
    }

    /// The source of a fact.
    public static FactSource<?> source(Class<? extends Fact> fact) {
        return sources()
                .filter(source -> source.fact().equals(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source for fact " + fact.getSimpleName()));
    }
}
