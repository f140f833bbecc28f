// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTreeTest {

    private static final PlanTree SCAN = PlanTree.parse("""
            [{"Plan": {"Node Type": "Limit", "Startup Cost": 0.00, "Total Cost": 10.00, "Plan Rows": 5, "Plan Width": 8,
              "Plans": [{"Node Type": "Index Scan", "Relation Name": "orders", "Index Name": "orders_pkey",
                         "Output": ["id", "total"], "Startup Cost": 0.29, "Total Cost": 200.00,
                         "Plan Rows": 100, "Plan Width": 8}]}}]""");

    @Test
    void readsWhatExplainSays() {
        assertThat(SCAN.totalCost()).isEqualTo(10);
        assertThat(SCAN.nodes().map(PlanTree::label))
                .containsExactly("Limit", "Index Scan on orders using orders_pkey");
        assertThat(SCAN.children().getFirst().properties()).containsEntry("Output", "[\"id\",\"total\"]");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "Node Type": "Seq Scan", "Parallel Aware": true                                 | Parallel Seq Scan
            "Node Type": "Index Scan", "Scan Direction": "Backward"                         | Index Scan Backward
            "Node Type": "Hash Join", "Join Type": "Inner"                                  | Hash Join
            "Node Type": "Hash Join", "Join Type": "Left", "Parallel Aware": true           | Parallel Hash Left Join
            "Node Type": "Nested Loop", "Join Type": "Anti"                                 | Nested Loop Anti Join
            "Node Type": "Aggregate", "Strategy": "Plain", "Partial Mode": "Simple"         | Aggregate
            "Node Type": "Aggregate", "Strategy": "Hashed", "Partial Mode": "Partial"       | Partial HashAggregate
            "Node Type": "Aggregate", "Strategy": "Sorted"                                  | GroupAggregate
            "Node Type": "ModifyTable", "Operation": "Update"                               | Update
            """)
    void callsNodesWhatExplainCallsThem(String properties, String kind) {
        assertThat(PlanTree.parse("[{\"Plan\": {" + properties + "}}]").kind()).isEqualTo(kind);
    }

    @Test
    void differsInNothingFromItself() {
        PlanDifference difference = SCAN.differenceTo(SCAN);
        assertThat(difference.sameTree()).isTrue();
        assertThat(difference.cost()).isZero();
        assertThat(difference.nodeCost()).isZero();
        assertThat(difference.text()).isEmpty();
    }

    @Test
    void keepsApartWhatIsChosenAndWhatItCosts() {
        PlanDifference difference = SCAN.differenceTo(changed("200.00", "250.00"));
        assertThat(difference.sameTree()).isTrue();
        assertThat(difference.cost()).isZero();
        assertThat(difference.nodeCost()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.text())
                .isEqualTo("Limit > Index Scan on orders using orders_pkey: cost 0.29..200 → 0.29..250");
    }

    @Test
    void overlooksWhatRoundingMakes() {
        assertThat(SCAN.differenceTo(changed("200.00", "200.01")).nodeCost()).isZero();
    }

    @Test
    void tellsRowsAndWidths() {
        PlanDifference difference = SCAN.differenceTo(
                changed("\"Plan Rows\": 100, \"Plan Width\": 8", "\"Plan Rows\": 50, \"Plan Width\": 9"));
        assertThat(difference.estimates()).singleElement().asString().endsWith("rows 100 → 50, width 8 → 9");
    }

    @Test
    void seesAnotherIndexAndAMissingProperty() {
        assertThat(SCAN.differenceTo(changed("orders_pkey", "orders_total_idx")).choices())
                .containsExactly("Limit > Index Scan on orders using orders_pkey:"
                        + " Index Name orders_pkey → orders_total_idx");
        assertThat(SCAN.differenceTo(changed(", \"Index Name\": \"orders_pkey\"", ""))
                        .choices())
                .containsExactly("Limit > Index Scan on orders using orders_pkey: Index Name orders_pkey → none");
    }

    @Test
    void seesOtherChildren() {
        PlanTree alone = PlanTree.parse("[{\"Plan\": {\"Node Type\": \"Limit\", \"Total Cost\": 20}}]");
        PlanDifference difference = SCAN.differenceTo(alone);
        assertThat(difference.choices()).containsExactly("Limit: [Index Scan on orders using orders_pkey] → []");
        assertThat(difference.cost()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatThrownBy(() -> PlanTree.parse("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanTree.parse("Seq Scan on orders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is not a plan in PostgreSQL's JSON");
    }

    private static PlanTree changed(String from, String to) {
        String json = """
                [{"Plan": {"Node Type": "Limit", "Startup Cost": 0.00, "Total Cost": 10.00, "Plan Rows": 5, "Plan Width": 8,
                  "Plans": [{"Node Type": "Index Scan", "Relation Name": "orders", "Index Name": "orders_pkey",
                             "Output": ["id", "total"], "Startup Cost": 0.29, "Total Cost": 200.00,
                             "Plan Rows": 100, "Plan Width": 8}]}}]""";
        assertThat(json).contains(from);
        return PlanTree.parse(json.replace(from, to));
    }
}
