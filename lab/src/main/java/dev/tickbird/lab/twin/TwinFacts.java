// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Aggregate;
import dev.tickbird.model.schema.AlteredRoutine;
import dev.tickbird.model.schema.Cast;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
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
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.TextSearchConfiguration;
import dev.tickbird.model.schema.TextSearchDictionary;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.schema.UserMapping;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.model.server.Tablespace;
import java.util.Set;

/// What a twin is made of.
final class TwinFacts {

    static final Set<Class<? extends Fact>> ALL = Set.of(
            Aggregate.class,
            AlteredRoutine.class,
            Cast.class,
            Collation.class,
            Column.class,
            ColumnDefault.class,
            Comment.class,
            Constraint.class,
            Database.class,
            DefaultPrivilege.class,
            Domain.class,
            DomainConstraint.class,
            EventTrigger.class,
            ExtendedStatistics.class,
            Extension.class,
            ForeignDataWrapper.class,
            ForeignKey.class,
            ForeignServer.class,
            ForeignTable.class,
            Function.class,
            Index.class,
            IndexTarget.class,
            Inheritance.class,
            Language.class,
            LateColumn.class,
            MaterializedView.class,
            Membership.class,
            NotNull.class,
            Operator.class,
            OperatorClass.class,
            OperatorFamily.class,
            OtherObject.class,
            Partition.class,
            PartitionedTable.class,
            Policy.class,
            Privilege.class,
            Publication.class,
            PublishedTable.class,
            RewriteRule.class,
            Role.class,
            Schema.class,
            Sequence.class,
            Server.class,
            Setting.class,
            SettingOverride.class,
            SettingsFileLine.class,
            Subscription.class,
            Table.class,
            Tablespace.class,
            TextSearchConfiguration.class,
            TextSearchDictionary.class,
            Trigger.class,
            Type.class,
            UserMapping.class,
            View.class);

    private TwinFacts() {}
}
