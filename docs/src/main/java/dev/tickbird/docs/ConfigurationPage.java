// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Thresholds;
import java.util.Map;

/// The configuration file: its keys, and every threshold with its default.
final class ConfigurationPage {

    private ConfigurationPage() {}

    static String text() {
        StringBuilder defaults = new StringBuilder();
        for (Rule rule : Catalogue.rules()) {
            Map<String, Object> thresholds = Thresholds.of(rule);
            if (!thresholds.isEmpty()) {
                defaults.append("[rules.").append(rule.slug()).append("]\n");
                thresholds.forEach((name, value) -> defaults.append(name)
                        .append(" = ")
                        .append(Thresholds.written(value))
                        .append('\n'));
                defaults.append('\n');
            }
        }
        String text = Markdown.resource("tickbird-toml.md") + "\n" + Markdown.fenced("toml", defaults.toString());
        return Markdown.page("docs/src/main/resources/dev/tickbird/docs/tickbird-toml.md", text);
    }
}
