// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Aggregate;
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
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Operator;
import dev.tickbird.model.schema.OperatorClass;
import dev.tickbird.model.schema.OperatorFamily;
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
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.SettingsFileLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Everything that is defined, fact by fact and word for word, so that two moments of one database can be held against
/// each other. Numbers that the server gives (OIDs, places of columns after others were dropped) are told by name and
/// rank; what says how much there is, not what it is, is left out: see [FactText].
final class Catalog {

    static final List<Class<? extends Fact>> FACTS = List.of(
            Aggregate.class,
            Cast.class,
            Collation.class,
            Column.class,
            ColumnDefault.class,
            Comment.class,
            Constraint.class,
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
            Inheritance.class,
            Language.class,
            MaterializedView.class,
            Membership.class,
            Operator.class,
            OperatorClass.class,
            OperatorFamily.class,
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
            SettingOverride.class,
            SettingsFileLine.class,
            Subscription.class,
            Table.class,
            TextSearchConfiguration.class,
            TextSearchDictionary.class,
            Trigger.class,
            Type.class,
            UserMapping.class,
            View.class);

    /// What describes each object, by what it is called.
    private final Map<String, Map<String, String>> objects;

    private Catalog(Map<String, Map<String, String>> objects) {
        this.objects = objects;
    }

    static Catalog of(Snapshot snapshot) {
        return snapshot.view(Catalog.class, Catalog::read);
    }

    private static Catalog read(Snapshot snapshot) {
        FactText texts = new FactText(snapshot, FACTS);
        Map<String, Map<String, String>> objects = new TreeMap<>();
        for (Class<? extends Fact> fact : FACTS) {
            if (snapshot.observed().contains(fact)) {
                for (Fact each : snapshot.all(fact)) {
                    FactText.Written written = texts.write(each);
                    put(written.name(), written.properties(), objects);
                }
            } else {
                objects.put(fact.getSimpleName() + " not seen", Map.of());
            }
        }
        return new Catalog(objects);
    }

    /// Of those that share a name, each next one is numbered.
    private static void put(String name, Map<String, String> properties, Map<String, Map<String, String>> objects) {
        String free = name;
        for (int number = 2; objects.containsKey(free); number++) {
            free = name + " (" + number + ')';
        }
        objects.put(free, properties);
    }

    /// One sentence each; none if both are the same.
    List<String> differencesFrom(Catalog before) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(objects.keySet());
        names.addAll(before.objects.keySet());
        for (String name : names) {
            @Nullable Map<String, String> old = before.objects.get(name);
            @Nullable Map<String, String> now = objects.get(name);
            if (now == null) {
                differences.add(name + " is missing");
            } else if (old == null) {
                differences.add(name + " was not there before");
            } else {
                changed(name, old, now, differences);
            }
        }
        return differences;
    }

    private static void changed(
            String name, Map<String, String> old, Map<String, String> now, List<String> differences) {
        old.forEach((property, was) -> {
            String is = now.getOrDefault(property, "");
            if (!was.equals(is)) {
                differences.add(name + ": " + property + " was \"" + was + "\", is \"" + is + "\"");
            }
        });
    }
}
