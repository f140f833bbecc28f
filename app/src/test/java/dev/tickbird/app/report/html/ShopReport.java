// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Report;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.RulePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reports to look at and to test with.
public final class ShopReport {

    private ShopReport() {}

    /// What a shop's database may look like after some years.
    public static Report realistic() {
        Snapshot snapshot = shop();
        List<Finding> findings = new ArrayList<>(List.of(
                ShopFindings.wraparound(),
                ShopFindings.idle(),
                ShopFindings.bloat(),
                ShopFindings.rewrite(),
                ShopFindings.setting(),
                ShopFindings.advice()));
        List.of("order_lines", "payments", "shipments", "reviews", "audit_entries", "invoices", "carts")
                .forEach(table -> findings.add(
                        ShopFindings.unindexed(table, "customer_id", 12_000_000L / (findings.size() + 1))));
        List.of("orders_created_at_idx", "customers_email_lower_idx", "products_search_idx", "events_payload_idx")
                .forEach(index -> findings.add(ShopFindings.unused(index, 900L - 100L * findings.size() / 2)));
        findings.add(ShopFindings.note());
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        List<Finding> accepted = List.of(ShopFindings.unused("orders_legacy_number_idx", 84));
        return report(snapshot, findings, accepted);
    }

    static Report report(Snapshot snapshot, List<Finding> findings, List<Finding> accepted) {
        List<Examined> examined = new ArrayList<>();
        findings.stream()
                .map(Finding::rule)
                .distinct()
                .forEach(rule -> examined.add(new Examined(rule, Examined.State.FINDING, "")));
        List.of(
                        "duplicate-index",
                        "invalid-index",
                        "missing-primary-key",
                        "sequence-exhaustion",
                        "stale-statistics",
                        "unlogged-table",
                        "checksum-failure",
                        "inactive-replication-slot",
                        "password-in-plain-text")
                .forEach(rule -> examined.add(new Examined(rule, Examined.State.CLEAN, "")));
        examined.add(new Examined(
                "archiving-failure", Examined.State.NOT_EXAMINED, "permission denied for view pg_stat_archiver"));
        examined.add(new Examined(
                "slow-statement", Examined.State.NOT_EXAMINED, "extension \"pg_stat_statements\" is not installed"));
        List<Examination.Suppressed> suppressed = accepted.stream()
                .map(it -> new Examination.Suppressed(it, "the year-end closing uses it, see SHOP-1182", null))
                .toList();
        return new Report(
                "0.1.0",
                "shop at db3.internal",
                "self-hosted",
                snapshot,
                new Examination(
                        findings,
                        suppressed,
                        3,
                        examined,
                        List.of("suppression of \"unused-index:public.old_idx\" matches no finding")),
                examined.size(),
                Duration.ofMillis(4_230));
    }

    private static Snapshot shop() {
        Shop shop = new Shop()
                .table("public", "customers", 2_400_000, 31_000, 512)
                .table("public", "products", 180_000, 900, 96)
                .table("public", "orders", 14_200_000, 5_900_000, 4_800)
                .table("public", "order_lines", 61_000_000, 2_100_000, 7_900)
                .table("public", "payments", 13_900_000, 12_000, 1_900)
                .table("public", "shipments", 12_100_000, 48_000, 1_400)
                .table("public", "reviews", 900_000, 4_000, 220)
                .table("public", "invoices", 11_800_000, 0, 1_100)
                .table("public", "carts", 3_000_000, 2_800_000, 640)
                .table("public", "audit_entries", 88_000_000, 0, 9_600)
                .table("public", "warehouses", 14, 0, 0)
                .table("public", "stock", 1_260_000, 410_000, 130)
                .table("public", "categories", 420, 12, 1)
                .table("public", "suppliers", 3_100, 0, 2)
                .table("public", "employees", 240, 0, 0)
                .table("billing", "accounts", 2_400_000, 1_000, 310)
                .table("billing", "ledger", 44_000_000, 0, 3_700)
                .table("public", "events", 300_000_000, 0, -1);
        IntStream.rangeClosed(1, 12)
                .forEach(month -> shop.partition("events", "events_2026_%02d".formatted(month), 25_000_000, 1_200));
        keys(shop);
        indexes(shop);
        sessions(shop);
        return shop.snapshot();
    }

    private static void sessions(Shop shop) {
        shop.session(
                        4711,
                        "order-import",
                        "idle in transaction",
                        1_940,
                        "update orders set state = 'paid' where id = 81231")
                .session(4802, "web", "active", 610, "update orders set state = 'shipped' where id = 81231", 4711)
                .session(4803, "web", "active", 602, "update orders set state = 'cancelled' where id = 81231", 4802)
                .session(4810, "psql", "active", 540, "alter table orders add column gift_note text", 4711, 4802)
                .session(4821, "web", "active", 12, "select * from orders where customer_id = 77", 4810)
                .session(4822, "web", "active", 9, "select * from orders where customer_id = 12", 4810)
                .session(4900, "reporting", "active", 90, "select count(*) from ledger")
                .gap(
                        Setting.class,
                        Gap.Extent.PARTLY_SEEN,
                        "values of 12 settings are shown to superusers only",
                        "Grant pg_read_all_settings to the examining role.");
    }

    private static void keys(Shop shop) {
        shop.key("orders", "customer_id", "customers").key("orders", "warehouse_id", "warehouses");
        shop.key("order_lines", "order_id", "orders").key("order_lines", "product_id", "products");
        shop.key("order_lines", "customer_id", "customers");
        shop.key("payments", "order_id", "orders").key("payments", "customer_id", "customers");
        shop.key("payments", "account_id", "accounts").key("shipments", "order_id", "orders");
        shop.key("shipments", "customer_id", "customers").key("shipments", "warehouse_id", "warehouses");
        shop.key("reviews", "product_id", "products").key("reviews", "customer_id", "customers");
        shop.key("invoices", "order_id", "orders").key("invoices", "customer_id", "customers");
        shop.key("carts", "customer_id", "customers").key("stock", "product_id", "products");
        shop.key("stock", "warehouse_id", "warehouses").key("products", "category_id", "categories");
        shop.key("products", "supplier_id", "suppliers").key("categories", "parent_id", "categories");
        shop.key("employees", "manager_id", "employees").key("warehouses", "head_id", "employees");
        shop.key("accounts", "customer_id", "customers").key("ledger", "account_id", "accounts");
    }

    private static void indexes(Shop shop) {
        List.of(
                        "customers",
                        "products",
                        "orders",
                        "order_lines",
                        "payments",
                        "shipments",
                        "reviews",
                        "invoices",
                        "stock")
                .forEach(table -> shop.index(table, table + "_pkey", "id", true, 40 + table.length() * 37, 9_000_000));
        shop.index("orders", "orders_created_at_idx", "created_at", false, 640, 0)
                .index("orders", "orders_customer_id_idx", "customer_id", false, 410, 18_400_000)
                .index("order_lines", "order_lines_order_id_idx", "order_id", false, 1_900, 77_000_000)
                .index("customers", "customers_email_lower_idx", "email", false, 120, 0)
                .index("audit_entries", "audit_entries_pkey", "id", true, 2_400, 12);
    }

    /// Pages as rules have them, for every slug.
    public static Optional<RulePage> page(String slug) {
        String text = "What the rule " + slug + " looks for, in one sentence.\n\n## Why it matters\n\n"
                + "A **paragraph** with `code` and a [link](https://www.postgresql.org/docs/current/).\n\n"
                + "```sql\nselect 1;\n```\n\n- one\n- two\n\n## When to leave it alone\n\nSometimes.\n";
        return Optional.of(new RulePage("What the rule " + slug + " looks for, in one sentence.", text));
    }
}
