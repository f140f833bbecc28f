// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Gap.Extent;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Difference.Added;
import dev.tickbird.model.comparison.Difference.Change;
import dev.tickbird.model.comparison.Difference.Changed;
import dev.tickbird.model.comparison.Difference.Removed;
import dev.tickbird.model.comparison.Uncompared.Side;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of whole schemas and settings, and what is not.
class ComparisonTest {

    private static final Table ORDERS = table(1, "public", "orders");
    private static final Column ID = column(1, 1, "id", "bigint");
    private static final Index INDEX = Sample.of(Index.class, Map.of("oid", 2L, "name", "orders_id", "relation", 1L));

    @Test
    void saysNothingOfEqualSnapshots() {
        Comparison comparison = Comparison.of(Snapshots.of(ORDERS, ID, INDEX), Snapshots.of(ORDERS, ID, INDEX));
        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.uncompared()).isEmpty();
    }

    @Test
    void countsTheFreshNumbersOfTheSameObjectsForNothing() {
        Table restored = table(77, "public", "orders");
        Column itsColumn = column(77, 1, "id", "bigint");
        assertThat(Comparison.of(Snapshots.of(ORDERS, ID), Snapshots.of(restored, itsColumn))
                        .isSame())
                .isTrue();
    }

    @Test
    void countsWhatCameWithATable() {
        assertThat(Comparison.of(Snapshots.of(), Snapshots.of(ORDERS, ID, INDEX))
                        .differences())
                .containsExactly(new Added(Area.SCHEMA, "table", "public.orders", "", List.of("1 column", "1 index")));
        assertThat(Comparison.of(Snapshots.of(ORDERS, ID, INDEX), Snapshots.of())
                        .differences())
                .containsExactly(
                        new Removed(Area.SCHEMA, "table", "public.orders", "", List.of("1 column", "1 index")));
    }

    @Test
    void tellsWhatAnotherDatabaseSetsOnlyOnce() {
        SettingOverride setting = new SettingOverride("x", null, "statement_timeout", "0");
        Snapshot there = Snapshots.of(
                Sample.of(Server.class, Map.of("versionNumber", 180_001, "database", "elsewhere")), setting);
        assertThat(Comparison.of(Snapshots.of(setting), there).differences())
                .containsExactly(
                        new Removed(Area.SETTINGS, "setting", "statement_timeout in this database", "'0'", List.of()));
    }

    @Test
    void takesARenamedTableForTwo() {
        assertThat(Comparison.of(Snapshots.of(ORDERS), Snapshots.of(table(1, "public", "sales")))
                        .differences())
                .extracting(Difference::name)
                .containsExactly("public.orders", "public.sales");
    }

    @Test
    void saysWhatBecameOfAColumn() {
        Column wider = column(1, 1, "id", "numeric");
        assertThat(Comparison.of(Snapshots.of(ORDERS, ID), Snapshots.of(ORDERS, wider))
                        .differences())
                .containsExactly(changed("column", "public.orders.id", "type", "bigint", "numeric"));
    }

    @Test
    void readsADefaultFromAnotherFact() {
        Column filled = Sample.with(ID, "hasDefault", true);
        assertThat(Comparison.of(
                                Snapshots.of(ORDERS, filled, new ColumnDefault(1, 1, "now()")),
                                Snapshots.of(ORDERS, filled, new ColumnDefault(1, 1, "'now'")))
                        .differences())
                .containsExactly(changed("column", "public.orders.id", "default", "now()", "'now'"));
    }

    @Test
    void saysOnceWhatPartitionsInherit() {
        Table part = Sample.with(Sample.with(table(3, "public", "orders_2026"), "parent", 1L), "partition", true);
        Partition place = new Partition(3, 1, "default", false);
        assertThat(Comparison.of(
                                Snapshots.of(ORDERS, part, place, ID, column(3, 1, "id", "bigint")),
                                Snapshots.of(
                                        ORDERS, part, place, column(1, 1, "id", "text"), column(3, 1, "id", "text")))
                        .differences())
                .containsExactly(changed("column", "public.orders.id", "type", "bigint", "text"));
        assertThat(Comparison.of(
                                Snapshots.of(ORDERS, part, place),
                                Snapshots.of(ORDERS, part, new Partition(3, 1, "for values in (1)", false)))
                        .differences())
                .containsExactly(changed(
                        "table",
                        "public.orders_2026",
                        "partition of",
                        "public.orders default",
                        "public.orders for values in (1)"));
    }

    @Test
    void readsAMaterializedViewFromAnotherFact() {
        Table view = Sample.with(table(4, "public", "totals"), "kind", Table.Kind.MATERIALIZED_VIEW);
        MaterializedView before = Sample.of(MaterializedView.class, Map.of("relation", 4L, "definition", "select 1"));
        assertThat(Comparison.of(
                                Snapshots.of(view, before),
                                Snapshots.of(view, Sample.with(before, "definition", "select 2")))
                        .differences())
                .containsExactly(changed("materialized view", "public.totals", "definition", "select 1", "select 2"));
    }

    @Test
    void quotesNamesAsSqlDoes() {
        Table odd = table(5, "Odd \"one\"", "a.b\n on x");
        assertThat(Comparison.of(Snapshots.of(), Snapshots.of(odd, column(5, 1, "select", "text")))
                        .differences())
                .extracting(Difference::name)
                .containsExactly("\"Odd \"\"one\"\"\".\"a.b\n on x\"");
    }

    @Test
    void confusesNoNamesThatLookAlikeUnquoted() {
        assertThat(Comparison.of(Snapshots.of(table(1, "a", "b.c")), Snapshots.of(table(1, "a.b", "c")))
                        .differences())
                .extracting(Difference::name)
                .containsExactly("\"a.b\".c", "a.\"b.c\"");
        assertThat(Comparison.of(Snapshots.of(table(1, "x", "Orders")), Snapshots.of(table(1, "x", "orders")))
                        .differences())
                .hasSize(2);
    }

    @Test
    void leavesOutWhatAnExtensionOwns() {
        Table owned = Sample.with(ORDERS, "extension", "postgis");
        assertThat(Comparison.of(Snapshots.of(), Snapshots.of(owned, ID, INDEX)).isSame())
                .isTrue();
    }

    @Test
    void saysSettingsAsShowPrintsThem() {
        Setting memory = setting("work_mem", "4096", "kB", "default");
        assertThat(Comparison.of(
                                Snapshots.of(memory),
                                Snapshots.of(setting("work_mem", "65536", "kB", "configuration file")))
                        .differences())
                .containsExactly(new Changed(
                        Area.SETTINGS,
                        "setting",
                        "work_mem",
                        List.of(
                                new Change("value", "4 MB", "64 MB"),
                                new Change("source", "default", "configuration file"))));
    }

    @Test
    void leavesOutWhatOnlyTheSessionHas() {
        Setting ours = Sample.with(setting("lock_timeout", "1000", "ms", "session"), "resetValue", "0");
        assertThat(Comparison.of(Snapshots.of(setting("lock_timeout", "0", "ms", "default")), Snapshots.of(ours))
                        .isSame())
                .isTrue();
        assertThat(Comparison.of(
                                Snapshots.of(setting("TimeZone", "UTC", "", "client")),
                                Snapshots.of(setting("TimeZone", "Europe/Berlin", "", "client")))
                        .isSame())
                .isTrue();
    }

    @Test
    void takesNoHiddenSettingForARemovedOne() {
        Comparison comparison = Comparison.of(
                Snapshots.of(setting("ssl_passphrase_command", "x", "", "default")),
                Snapshots.empty()
                        .without(Setting.class, Extent.PARTLY_SEEN, "needs pg_read_all_settings")
                        .build());
        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.uncompared())
                .containsExactly(new Uncompared(Setting.class, Side.AFTER, true, "needs pg_read_all_settings", null));
    }

    @Test
    void comparesNothingThatOneSideDidNotSee() {
        Comparison comparison = Comparison.of(
                Snapshots.empty()
                        .without(View.class, Extent.NOTHING_SEEN, "permission denied")
                        .build(),
                Snapshots.of(Sample.of(View.class)));
        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.uncompared())
                .containsExactly(new Uncompared(View.class, Side.BEFORE, false, "permission denied", null));
    }

    private static Table table(long oid, String schema, String name) {
        return Sample.of(Table.class, Map.of("oid", oid, "schema", schema, "name", name));
    }

    private static Column column(long relation, int number, String name, String type) {
        return Sample.of(
                Column.class,
                Map.of(
                        "relation",
                        relation,
                        "number",
                        number,
                        "name",
                        name,
                        "type",
                        type,
                        "identity",
                        "",
                        "generated",
                        ""));
    }

    private static Setting setting(String name, String value, String unit, String source) {
        Setting setting = Sample.of(Setting.class, Map.of("name", name, "value", value, "source", source));
        return unit.isEmpty() ? setting : Sample.with(setting, "unit", unit);
    }

    private static Changed changed(String kind, String name, String property, String before, String after) {
        return new Changed(Area.SCHEMA, kind, name, List.of(new Change(property, before, after)));
    }
}
