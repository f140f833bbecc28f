// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static dev.tickbird.app.report.html.Explained.lookup;
import static dev.tickbird.app.report.html.Explained.node;
import static dev.tickbird.app.report.html.Explained.plan;
import static dev.tickbird.app.report.html.Explained.scan;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Unplanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Answers of a twin to look at and to test with.
final class ShopAnswer {

    private static final String INDEX = "create index on public.orders (customer_id) include (total)";

    private ShopAnswer() {}

    /// One query of each verdict, one whose plan only costs less, and what could not be planned.
    static TwinReport realistic() {
        return report(
                List.of(INDEX, "public.orders has 10 times as many rows"),
                List.of(dearer(), same("stock-by-product"), otherwise(), cheaper("orders-of-customer", 7)),
                unplanned(2));
    }

    /// Two hundred queries, most of which stay as they are, and a plan of forty nodes.
    static TwinReport large() {
        List<Planned> queries = new ArrayList<>(List.of(dearer(), fortyNodes()));
        IntStream.range(0, 180).forEach(i -> queries.add(same("report-%03d".formatted(i))));
        IntStream.range(0, 18).forEach(i -> queries.add(cheaper("orders-of-customer-" + i, i)));
        return report(List.of(INDEX), queries, unplanned(30));
    }

    /// Without a change: one plan of each query.
    static TwinReport unchanged() {
        return report(List.of(), List.of(same("stock-by-product"), same("report")), List.of());
    }

    /// Every name in it would like to be markup, script or something else than it is.
    static TwinReport hostile() {
        String name = HostileReport.NAME;
        String lines = HostileReport.LINES;
        ObjectNode before = node(name, 100, 3, scan(name, 90, 4, lines));
        ObjectNode after = node(name, 200, 3, lookup(name, name, 190, 4, lines));
        Answer answer = new Answer(
                18,
                18,
                List.of(new Planned(name, lines, List.of("$1 = " + lines), plan(before), plan(after))),
                0,
                List.of(new Unplanned(name, lines, lines, name)),
                List.of(new TwinGap(name, lines, name)));
        return new TwinReport(
                name,
                name,
                new Shop().database(name).snapshot(),
                List.of(name, lines),
                answer,
                Optional.of("postgresql://" + name));
    }

    private static TwinReport report(List<String> changes, List<Planned> queries, List<Unplanned> unplanned) {
        Answer answer = new Answer(
                18,
                18,
                queries,
                unplanned.size(),
                unplanned,
                unplanned.isEmpty()
                        ? List.of()
                        : List.of(new TwinGap(
                                "extension postgis",
                                "extension \"postgis\" is not available",
                                "Plan with --pg-bin on a PostgreSQL that has it.")));
        return new TwinReport(
                "0.1.0", "shop at db3.internal", new Shop().snapshot(), changes, answer, Optional.empty());
    }

    private static List<Unplanned> unplanned(int count) {
        List<Unplanned> unplanned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            unplanned.add(new Unplanned("utility-" + i, "vacuum orders", "the planner has no part in vacuum", null));
        }
        unplanned.add(new Unplanned(
                "sales-report",
                "select * from report",
                "relation \"report\" does not exist at character 15",
                "sales.report exists: write it so, or look there with --set search_path=sales."));
        return unplanned;
    }

    /// An anti join, and a node of another kind under it.
    private static Planned dearer() {
        ObjectNode before = join(
                "Nested Loop",
                "Anti",
                8_410.5,
                lookup("payments", "payments_order_id_idx", 0.5, 1, "(order_id = o.id)"));
        ObjectNode after = join("Hash Join", "Anti", 61_350.25, node("Hash", 24_100, 13_900_000, payments()));
        String sql =
                "select o.id\nfrom orders as o\nwhere not exists (select from payments as p where p.order_id = o.id)\n"
                        + "  and o.state = 'open'";
        return new Planned("open-orders-without-a-payment", sql, List.of(), plan(before), plan(after));
    }

    private static ObjectNode payments() {
        return scan("payments", 24_100, 13_900_000, "(state <> 'failed'::text)");
    }

    private static ObjectNode join(String type, String kind, double cost, ObjectNode inner) {
        Map<String, String> orders =
                Map.of("Relation Name", "orders", "Alias", "o", "Filter", "(state = 'open'::text)");
        ObjectNode outer = node("Seq Scan", 6_120, 14_000, orders);
        Map<String, String> how = type.equals("Hash Join")
                ? Map.of("Join Type", kind, "Hash Cond", "(o.id = p.order_id)")
                : Map.of("Join Type", kind);
        ObjectNode join = node(type, cost - 10, 8_200, how, outer, inner);
        return node("Limit", cost, 50, node("Sort", cost, 8_200, Map.of("Sort Key", "o.placed_at DESC"), join));
    }

    private static Planned same(String name) {
        Map<String, String> key = Map.of("Group Key", "product_id", "Strategy", "Hashed");
        ObjectNode root =
                node("Aggregate", 36_240.75, 180_000, key, scan("stock", 29_940, 1_260_000, "(quantity > 0)"));
        return new Planned(
                name,
                "select product_id, sum(quantity) from stock where quantity > 0 group by product_id",
                List.of(),
                plan(root),
                plan(root));
    }

    /// The same nodes, of which one has another condition.
    private static Planned otherwise() {
        return new Planned(
                "orders-of-a-day (typical)",
                "select * from orders where placed_at >= $1 and customer_id = $2",
                List.of("$1 = '2026-11-03'", "$2 = 4711"),
                plan(lookup("orders", "orders_placed_at_idx", 910.4, 120, "(placed_at >= '2026-11-03'::date)")),
                plan(lookup(
                        "orders",
                        "orders_placed_at_idx",
                        612.1,
                        120,
                        "((placed_at >= '2026-11-03'::date) AND (customer_id = 4711))")));
    }

    private static Planned cheaper(String name, int customer) {
        return new Planned(
                name,
                "select id, total from orders where customer_id = " + customer,
                List.of(),
                plan(node(
                        "Gather",
                        284_000,
                        7,
                        Map.of("Workers Planned", "2"),
                        scan("orders", 283_000, 3, "(customer_id = " + customer + ")")
                                .put("Parallel Aware", true))),
                plan(lookup("orders", "orders_customer_id_total_idx", 8.44, 7, "(customer_id = " + customer + ")")));
    }

    /// Nineteen tables joined one after the other; one of them is found by an index afterwards.
    private static Planned fortyNodes() {
        return new Planned(
                "everything-about-everybody", "select * from t1 natural join t2", List.of(), joins(0), joins(7));
    }

    private static Plan joins(int indexed) {
        ObjectNode left = scan("customers", 100, 2_000, "(active)");
        for (int i = 1; i <= 13; i++) {
            String table = "measurements_of_department_" + i;
            ObjectNode right = i == indexed
                    ? lookup(table, table + "_customer_id_idx", 40.0 * i, 1_000L * i, "(customer_id = c.id)")
                    : node("Hash", 900.0 * i, 1_000L * i, scan(table, 900.0 * i, 1_000L * i, "(valid_until > now())"));
            String type = i == indexed ? "Nested Loop" : "Hash Join";
            Map<String, String> how = i == indexed
                    ? Map.of("Join Type", "Left")
                    : Map.of("Join Type", "Left", "Hash Cond", "(c.id = " + table + ".customer_id)");
            left = node(type, 2_000.0 * i - 100 * indexed, 2_000, how, left, right);
        }
        return plan(node("Sort", left.path("Total Cost").doubleValue() + 50, 2_000, left));
    }
}
