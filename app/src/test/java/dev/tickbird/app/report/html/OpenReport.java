// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tickbird.app.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A report opened from disk in a browser, and everything that should not happen meanwhile.
final class OpenReport implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    private OpenReport(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static OpenReport of(Report report, Path folder, Chromium chromium, Browser.NewContextOptions options) {
        Path file = folder.resolve("report.html");
        try (Writer out = Files.newBufferedWriter(file)) {
            new HtmlReport(ShopReport::page).render(report, out);
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

    @Override
    public void close() {
        context.close();
    }
}
