// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tickbird.app.report.ScorecardReport;
import dev.tickbird.model.Snapshot;
import dev.tickbird.rules.scorecard.Scorecard;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A scorecard of a real server in a real browser, opened from disk.
class ScorecardHtmlBrowserTest {

    private static Chromium chromium;
    private static ScorecardReport report;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws SQLException {
        chromium = Chromium.start();
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Snapshot snapshot = database.snapshot(Scorecard.facts());
            Scorecard slow = Scorecard.of(snapshot, List.of(Duration.ofMillis(40)));
            Scorecard quick = Scorecard.of(snapshot, List.of(Duration.ofMillis(2)));
            report = new ScorecardReport(
                    "0.1.0",
                    "<script>window.hurt=1</script>",
                    snapshot,
                    quick,
                    Optional.of(new ScorecardReport.Earlier("monday.tickbird", snapshot, slow)));
        }
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    private OpenReport open(NewContextOptions options) {
        return OpenReport.of(out -> ScorecardHtml.write(report, out), folder, chromium, options);
    }

    @Test
    void drawsAGaugeForEachGoal() {
        try (OpenReport open = open(new NewContextOptions())) {
            Page page = open.page();
            assertThat(page.locator("article svg.gauge").count()).isEqualTo(10);
            assertThat(page.locator("#connection-time").textContent())
                    .contains("2 ms", "wanted < 10 ms", "before: 40 ms", "pass");
            assertThat(page.locator("#connection-time .gauge-hand").count()).isEqualTo(2);
            assertThat(page.locator("#connection-time .gauge-before").count()).isEqualTo(2);
            assertThat(page.locator("#uptime .gauge-hand").count()).isZero();
            assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
            assertThat(open.troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1600})
    void fitsOnAnyScreen(int width) {
        try (OpenReport open = open(new NewContextOptions().setViewportSize(width, 900))) {
            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessible(ColorScheme scheme) {
        try (OpenReport open = open(new NewContextOptions().setColorScheme(scheme))) {
            assertThat(open.barriers()).isEmpty();
        }
    }
}
