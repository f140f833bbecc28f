// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.tickbird.app.report.TwinReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The plans of a twin in a real browser, opened from disk.
class TwinHtmlBrowserTest {

    private static Chromium chromium;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    private OpenReport open(TwinReport report, NewContextOptions options) {
        return OpenReport.of(report, folder, chromium, options);
    }

    private OpenReport open(TwinReport report) {
        return open(report, new NewContextOptions());
    }

    @Test
    void opensFromDiskWithoutARequestOrAComplaint() {
        try (OpenReport open = open(ShopAnswer.realistic())) {
            Page page = open.page();
            assertThat(page.title()).isEqualTo("Tickbird: plans of shop");
            assertThat(page.locator("h3").allTextContents())
                    .containsExactly("Worse1 query", "Better2 queries", "The same1 query");
            assertThat(page.locator("table a").allTextContents())
                    .containsExactly(
                            "open-orders-without-a-payment",
                            "orders-of-a-day (typical)",
                            "orders-of-customer",
                            "stock-by-product");
            assertThat(open.troubles()).isEmpty();
        }
    }

    @Test
    void marksWhatOnlyOnePlanHas() {
        try (OpenReport open = open(ShopAnswer.realistic())) {
            Page page = open.page();
            assertThat(nodes(page, "#query-0 .plan-gone"))
                    .containsExactly(
                            "gone Nested Loop Anti Join", "gone Index Scan on payments using payments_order_id_idx");
            assertThat(nodes(page, "#query-0 .plan-new"))
                    .containsExactly("new Hash Anti Join", "new Hash", "new Seq Scan on payments");
            assertThat(page.locator("#query-0 .tag").allTextContents()).containsExactly("2 gone", "3 new");
            assertThat(nodes(page, "#query-1 .plan-changed"))
                    .containsOnly("changed Index Scan on orders using orders_placed_at_idx")
                    .hasSize(2);
            assertThat(page.locator("#query-1 .plan-otherwise").count()).isEqualTo(2);
            assertThat(page.locator("#query-2 .plan-node b").first().textContent())
                    .isEqualTo("Gather");
            assertThat(page.locator("#query-3 .plan").count()).isOne();
        }
    }

    private static List<String> nodes(Page page, String which) {
        return page.locator(which + " > p:first-child").allTextContents();
    }

    @Test
    void staysNavigableWithTwoHundredQueries() {
        try (OpenReport open = open(ShopAnswer.large())) {
            Page page = open.page();
            Locator summary = page.locator("summary:has-text('180 queries with the same cost')");
            assertThat(page.locator("tbody tr:visible").count()).isEqualTo(20);
            assertThat(page.locator(".plans:visible").count()).isEqualTo(2);
            page.locator("a:has-text('orders-of-customer-7')").press("Enter");
            assertThat(page.locator(".plans:visible").count()).isEqualTo(3);
            summary.press("Enter");
            page.locator("#filter").fill("report-17");
            assertThat(page.locator("article:visible").count()).isEqualTo(10);
            assertThat(page.locator("tbody tr:visible").count()).isEqualTo(10);
            assertThat(page.locator("#status").textContent()).isEqualTo("10 of 200");
            assertThat(page.locator("#unplanned summary:has-text('30 queries')").count())
                    .isOne();
            assertThat(open.troubles()).isEmpty();
        }
    }

    @Test
    void sortsByHowMuchChanges() {
        try (OpenReport open = open(ShopAnswer.realistic())) {
            Page page = open.page();
            page.locator("th:has-text('cost before') button").press("Enter");
            assertThat(page.locator("tbody th").first().textContent()).isEqualTo("orders-of-customer");
        }
    }

    @Test
    void showsOnePlanOfEachQueryIfNothingWasChanged() {
        try (OpenReport open = open(ShopAnswer.unchanged())) {
            Page page = open.page();
            assertThat(page.locator("h1").textContent()).isEqualTo("Plans of database shop");
            assertThat(page.locator("thead th").allTextContents()).containsExactly("query", "cost");
            assertThat(page.locator(".plan").count()).isEqualTo(2);
            assertThat(page.locator(".tag").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1600})
    void fitsOnAnyScreen(int width) {
        try (OpenReport open = open(ShopAnswer.large(), new NewContextOptions().setViewportSize(width, 900))) {
            Page page = open.page();
            page.locator("#open-all").click();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            double before = page.locator("#query-1 .plan").first().boundingBox().y;
            double after = page.locator("#query-1 .plan").last().boundingBox().y;
            assertThat(after == before).as("the plans stand beside each other").isEqualTo(width >= 800);
        }
    }

    @Test
    void printsEveryPlanAndNoControls() {
        try (OpenReport open = open(ShopAnswer.realistic())) {
            Page page = open.page();
            page.locator("#filter").fill("payment");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("article, tbody tr, .plan, .code code").all())
                    .allMatch(Locator::isVisible);
            assertThat(page.locator(".control, .skip").all()).noneMatch(Locator::isVisible);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1600})
    void obeysNothingThatNamesSay(int width) {
        try (OpenReport open = open(ShopAnswer.hostile(), new NewContextOptions().setViewportSize(width, 900))) {
            Page page = open.page();
            assertThat(page.locator("img, iframe, object, base, form, link").count())
                    .isZero();
            assertThat(page.locator("script, style").count()).isEqualTo(2);
            assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
            assertThat(page.locator("h4").textContent())
                    .contains("</script><script>window.hurt=1", "'\"\\`${alert(3)}");
            assertThat(page.locator("#query-0-sql").textContent()).contains("<iframe src=https://example.org>");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(open.troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessible(ColorScheme scheme) {
        try (OpenReport open = open(ShopAnswer.realistic(), new NewContextOptions().setColorScheme(scheme))) {
            assertThat(open.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme == ColorScheme.DARK ? "rgb(18, 23, 28)" : "rgb(255, 255, 255)");
            assertThat(open.barriers()).isEmpty();
        }
    }
}
