// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.tickbird.app.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The report in a real browser, opened from disk.
class HtmlReportBrowserTest {

    private static final String VISIBLE = ".finding:not([hidden])";

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

    private OpenReport open(Report report, NewContextOptions options) {
        return OpenReport.of(report, folder, chromium, options);
    }

    private OpenReport open() {
        return open(ShopReport.realistic(), new NewContextOptions());
    }

    @Test
    void opensFromDiskWithoutARequestOrAComplaint() {
        try (OpenReport open = open()) {
            assertThat(open.page().title()).isEqualTo("Tickbird: shop");
            assertThat(open.page().locator(VISIBLE).count()).isEqualTo(18);
            assertThat(open.troubles()).isEmpty();
        }
    }

    @Test
    void filtersByWordsTyped() {
        try (OpenReport open = open()) {
            Page page = open.page();
            page.locator("#filter").focus();
            page.keyboard().type("Payments unindexed");
            assertThat(page.locator(VISIBLE).count()).isOne();
            assertThat(page.locator("#status").textContent()).isEqualTo("1 of 18");
            assertThat(page.locator("section.group:not([hidden])").count()).isOne();
            page.locator("#filter").fill("nothing like that");
            assertThat(page.locator("#nothing").isVisible()).isTrue();
            page.locator("#filter").fill("");
            assertThat(page.locator(VISIBLE).count()).isEqualTo(18);
            assertThat(open.troubles()).isEmpty();
        }
    }

    @Test
    void showsTheSeveritiesChosenByKeyboard() {
        try (OpenReport open = open()) {
            Page page = open.page();
            page.locator("[data-show=critical]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(VISIBLE).count()).isEqualTo(2);
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            assertThat(page.locator(VISIBLE).count()).isEqualTo(10);
            assertThat(page.locator("[data-show=warning]").getAttribute("aria-pressed"))
                    .isEqualTo("true");
        }
    }

    @Test
    void sortsTablesByKeyboardAndSaysSo() {
        try (OpenReport open = open()) {
            Page page = open.page();
            String first = "#tables tbody tr:first-child th";
            assertThat(page.locator(first).textContent()).isEqualTo("public.audit_entries");
            page.locator("#tables th:has-text('dead rows') button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(first).textContent()).isEqualTo("public.orders");
            assertThat(page.locator("#tables th:has-text('dead rows')").getAttribute("aria-sort"))
                    .isEqualTo("descending");
            page.locator("#tables th:has-text('table') button").press("Enter");
            assertThat(page.locator(first).textContent()).isEqualTo("billing.accounts");
            assertThat(page.locator("#tables th[aria-sort=ascending]").count()).isOne();
        }
    }

    @Test
    void copiesSqlThatCanBePasted() {
        try (OpenReport open = open(
                ShopReport.realistic(),
                new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = open.page();
            page.locator("[data-copy='rule-wraparound-risk-1-cure']").press("Enter");
            page.locator("#said:has-text('Copied')")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo("-- one by one, not in one transaction\nvacuum (freeze, verbose) public.events;\n"
                            + "begin;\nset local lock_timeout = '2s';\n"
                            + "alter table public.events reset (autovacuum_enabled);\ncommit;");
            assertThat(open.troubles()).isEmpty();
        }
    }

    @Test
    void turnsDarkAndLightByKeyboard() {
        try (OpenReport open = open()) {
            Page page = open.page();
            assertThat(background(page)).isEqualTo("rgb(255, 255, 255)");
            page.locator("#theme").press("Enter");
            assertThat(background(page)).isEqualTo("rgb(18, 23, 28)");
            assertThat(page.locator("#theme").textContent()).isEqualTo("Light colours");
            page.locator("#theme").press("Enter");
            assertThat(background(page)).isEqualTo("rgb(255, 255, 255)");
            assertThat(page.locator("#theme").textContent()).isEqualTo("Dark colours");
        }
    }

    @Test
    void leadsFromContentsToFindingsByKeyboard() {
        try (OpenReport open = open()) {
            Page page = open.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the findings");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#findings");
            page.locator("#rule-unused-index-1 summary").press("Enter");
            assertThat(page.locator("#rule-unused-index-1-cure").isVisible()).isTrue();
        }
    }

    @Test
    void printsEverythingAndNoControls() {
        try (OpenReport open = open()) {
            Page page = open.page();
            page.locator("#filter").fill("payments");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".finding").all()).hasSize(18).allMatch(it -> it.isVisible());
            assertThat(page.locator(".code code").all()).allMatch(it -> it.isVisible());
            assertThat(page.locator(".prose").all()).allMatch(it -> it.isVisible());
            assertThat(page.locator(".words li").all()).allMatch(it -> it.isVisible());
            assertThat(page.locator(".control, nav").all()).noneMatch(it -> it.isVisible());
        }
    }

    @Test
    void fitsOnAPhone() {
        try (OpenReport open = open(ShopReport.realistic(), new NewContextOptions().setViewportSize(360, 740))) {
            Page page = open.page();
            assertThat(page.locator("nav [data-rule]").all()).noneMatch(it -> it.isVisible());
            page.locator("#open-all").click();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }

    @Test
    void obeysNothingThatNamesSay() {
        try (OpenReport open = open(HostileReport.report(), new NewContextOptions())) {
            Page page = open.page();
            assertThat(page.locator("img, iframe, object, base, form, link").count())
                    .isZero();
            assertThat(page.locator("script").count()).isOne();
            assertThat(page.locator("style").count()).isOne();
            assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
            assertThat(page.locator("#" + HostileReport.CURE).textContent()).isEqualTo(HostileReport.SQL);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(open.troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessible(ColorScheme scheme) {
        try (OpenReport open = open(ShopReport.realistic(), new NewContextOptions().setColorScheme(scheme))) {
            assertThat(open.barriers()).isEmpty();
        }
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
