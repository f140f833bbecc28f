// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.TwinReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A report opened from disk in a browser, and everything that should not happen meanwhile.
final class OpenReport implements AutoCloseable {

    interface Written {
        void to(Appendable out) throws IOException;
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    private OpenReport(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static OpenReport of(Report report, Path folder, Chromium chromium, Browser.NewContextOptions options) {
        return of(out -> new HtmlReport(ShopReport::page).render(report, out), folder, chromium, options);
    }

    static OpenReport of(TwinReport report, Path folder, Chromium chromium, Browser.NewContextOptions options) {
        return of(out -> TwinHtml.write(report, out), folder, chromium, options);
    }

    static OpenReport of(Written page, Path folder, Chromium chromium, Browser.NewContextOptions options) {
        Path file = folder.resolve("report.html");
        try (Writer out = Files.newBufferedWriter(file)) {
            page.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OpenReport open = new OpenReport(chromium.browser().newContext(options.setReducedMotion(ReducedMotion.REDUCE)));
        open.watch();
        open.page.navigate(file.toUri().toString());
        return open;
    }

    private void watch() {
        page.onConsoleMessage(message -> troubles.add(message.type() + ": " + message.text()));
        page.onPageError(error -> troubles.add("error: " + error));
        page.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") || !request.isNavigationRequest()) {
                troubles.add("request: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /// Console messages, errors, dialogs, and requests for anything but the file itself.
    List<String> troubles() {
        return troubles;
    }

    /// What keeps people from reading it who see little or cannot use a mouse, with everything unfolded.
    List<?> barriers() {
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
        page.evaluate(axe());
        return (List<?>) page.evaluate("""
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                    .then(result => result.violations.map(it => it.impact + ' ' + it.id + ': '
                        + it.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join('; ')))
                """);
    }

    private static String axe() {
        try (InputStream in = OpenReport.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
