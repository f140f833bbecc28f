// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.server.HostWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule's page says: for the terminal, the site and every report.
///
/// @param summary the first paragraph, as plain text
/// @param text the whole page, in Markdown
public record RulePage(String summary, String text) {

    /// The page of a rule, which lies beside its class.
    public static RulePage of(Rule rule) {
        String file = rule.getClass().getSimpleName() + ".md";
        try (@Nullable InputStream in = rule.getClass().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("rule " + rule.slug() + " has no page " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RulePage(summary(text), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What its cure asks for that only the owner of the host can do.
    public List<HostWork> hostWork() {
        int cure = text.indexOf("\n## Cure\n");
        int end = text.indexOf("\n## ", cure + 1);
        return HostWork.namedIn(text.substring(Math.max(cure, 0), end < 0 ? text.length() : end));
    }

    private static String summary(String text) {
        return text.split("\n\n", 2)[0].replace('\n', ' ').replace("`", "").strip();
    }
}
