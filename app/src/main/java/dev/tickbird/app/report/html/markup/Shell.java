// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The page around the report: head, style and script, all in one file. Its content security policy lets exactly this
/// style and this script work, and lets nothing be fetched from anywhere.
public final class Shell {

    private final String style = resource("report.css");
    private final String script = resource("report.js");

    /// @param body writes what stands between `<body>` and the script
    public String around(String title, String language, Runnable body, Html html) {
        html.start("html", "lang", language);
        head(title, html);
        html.start("body");
        body.run();
        html.start("script");
        html.trusted(script);
        html.end();
        html.end();
        html.end();
        return "<!doctype html>\n" + html + "\n";
    }

    private void head(String title, Html html) {
        html.start("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.leaf("title", title);
        html.start("style");
        html.trusted(style);
        html.end();
        html.end();
    }

    private String policy() {
        return "default-src 'none'; style-src " + source(style) + "; script-src " + source(script)
                + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
    }

    private static String source(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = Shell.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
