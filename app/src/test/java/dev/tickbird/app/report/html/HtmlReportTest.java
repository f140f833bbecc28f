// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.Report;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static String html(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport(ShopReport::page).render(report, out);
        return out.toString();
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertThat(html(ShopReport.realistic())).isEqualTo(html(ShopReport.realistic()));
    }

    @Test
    void forbidsWhatItDoesNotHold() throws IOException {
        assertThat(html(ShopReport.realistic()))
                .contains("Content-Security-Policy")
                .contains("default-src &#39;none&#39;")
                .doesNotContain("unsafe-inline")
                .doesNotContain(" src=")
                .doesNotContain(" style=")
                .doesNotContain("url(http");
    }

    @Test
    void saysWhatWasNotSeen() throws IOException {
        assertThat(html(ShopReport.realistic()))
                .contains("extension &quot;pg_stat_statements&quot; is not installed")
                .contains("Grant pg_read_all_settings to the examining role.")
                .contains("the year-end closing uses it, see SHOP-1182")
                .contains("3 findings of the baseline are still there");
    }

    @Test
    void standsOnAnEmptySnapshot() throws IOException {
        Snapshot nothing = new Snapshot(Shop.NOW, Map.of(), List.of());
        Examination none = new Examination(List.of(), List.of(), 0, List.of(), List.of());
        assertThat(html(new Report("0.1.0", "a file", "self-hosted", nothing, none, 33, Duration.ZERO)))
                .contains("Database </span><span class=\"name\">a file")
                .contains("Tables were not observed.")
                .contains("Dead rows were not observed.")
                .contains("Foreign keys were not observed.")
                .doesNotContain("Who waits for whom");
    }

    @Test
    void leavesOutThePageOfARuleThatIsNotKnown() throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport(slug -> Optional.empty()).render(ShopReport.realistic(), out);
        assertThat(out.toString()).contains("Wraparound risk").doesNotContain("class=\"page\"");
    }

    @Test
    void showsEachCriticalFindingWithItsCure() throws IOException {
        List<Finding> findings = IntStream.range(0, 40)
                .mapToObj(i -> new Finding(
                        "sequence-exhaustion",
                        i < 30 ? Severity.CRITICAL : Severity.ADVICE,
                        new Subject("sequence", "public.number_%02d".formatted(i)),
                        "sequence \"public.number_%02d\" is used up".formatted(i),
                        "It has no numbers left.",
                        Evidence.of("left", i),
                        "Inserts fail.",
                        new Remedy.Advice("Widen column %02d.".formatted(i))))
                .toList();
        assertThat(html(ShopReport.report(new Shop().snapshot(), findings, List.of())))
                .contains(
                        "Widen column 00.", "Widen column 29.", "public.number_39", "The 30 costliest of 40 are shown")
                .doesNotContain("Widen column 30.");
    }

    @Test
    void tellsStepsFromOptions() throws IOException {
        Finding options = advised("connection-exhaustion", new Remedy.Advice("Pool them.", "Raise the limit."));
        Finding steps = advised("failing-archiver", Remedy.Advice.inOrder(List.of("Read the log.", "Wait."), null));
        assertThat(html(ShopReport.report(new Shop().snapshot(), List.of(options), List.of())))
                .contains("Cure: 2 options", "To be decided by a person, best first:");
        assertThat(html(ShopReport.report(new Shop().snapshot(), List.of(steps), List.of())))
                .contains("Cure: 2 steps", "To be done by a person, one after the other:")
                .doesNotContain("best first");
    }

    @Test
    void tellsAProofPointByPoint() throws IOException {
        Finding finding = advised("unused-index", new Remedy.Advice("Drop it."))
                .withProof(Proof.rehearsed(
                        "on a twin the finding is gone after it; it holds a lock for an instant",
                        "something is wrong",
                        "index public.x is gone"));
        assertThat(html(ShopReport.report(new Shop().snapshot(), List.of(finding, finding), List.of())))
                .contains("<li>On a twin the finding is gone after it</li><li>It holds a lock for an instant</li>"
                        + "<li>After: index public.x is gone</li>")
                .doesNotContain("Before: ");
    }

    private static Finding advised(String rule, Remedy advice) {
        return new Finding(
                rule,
                Severity.WARNING,
                new Subject("server", ""),
                "something is wrong",
                "It is so.",
                Evidence.of("sessions", 90),
                "It costs much.",
                advice);
    }

    @Test
    void keepsTenThousandFindingsAndFiftyThousandTablesReadable() throws IOException {
        String html = html(huge());
        assertThat(html.length()).isLessThan(3_000_000);
        assertThat(html)
                .contains("The 20 costliest of 5,000 are shown in full; the next 200 follow in one line each, and 4,780"
                        + " more are left out here; the JSON report holds them all.")
                .contains("of 50,000 tables that lead in")
                .contains("That is too much to draw");
    }

    /// Ten thousand findings of two rules about fifty thousand tables.
    static Report huge() {
        Shop shop = new Shop();
        IntStream.range(0, 50_000)
                .forEach(i -> shop.table("public", "tenant_%05d".formatted(i), i * 7L, i % 1_000 * 10L, i % 300)
                        .index("tenant_%05d".formatted(i), "tenant_%05d_pkey".formatted(i), "id", true, i % 40, i));
        IntStream.range(1, 50_000)
                .forEach(i -> shop.key("tenant_%05d".formatted(i), "parent_id", "tenant_%05d".formatted(i / 2)));
        List<Finding> findings = IntStream.range(0, 10_000)
                .mapToObj(i -> new Finding(
                        i % 2 == 0 ? "no-primary-key" : "unindexed-foreign-key",
                        i % 2 == 0 ? Severity.WARNING : Severity.ADVICE,
                        new Subject("table", "public.tenant_%05d".formatted(i), "(parent_id)"),
                        "table \"public.tenant_%05d\" has something that a reader should know".formatted(i),
                        "It has so and so many rows, and nobody tells them apart.",
                        Evidence.of("rows", 10_000 - i),
                        "Something becomes slower each day, and nobody knows why.",
                        new Remedy.Advice("Decide what to do.")))
                .toList();
        return ShopReport.report(shop.snapshot(), findings, findings.subList(0, 5_000));
    }
}
