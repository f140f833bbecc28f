// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Everything Tickbird looks for, by family, for a person at a terminal.
public final class CatalogueText {

    private CatalogueText() {}

    public static void write(Terminal terminal, Appendable out) throws IOException {
        Sheet sheet = new Sheet(out, terminal);
        Map<String, List<Rule>> families = Catalogue.rules().stream()
                .collect(Collectors.groupingBy(Rule::family, TreeMap::new, Collectors.toList()));
        int margin = Catalogue.slugs().stream().mapToInt(String::length).max().orElse(0) + 3;
        for (Map.Entry<String, List<Rule>> family : families.entrySet()) {
            sheet.paragraph("", Ink.PLAIN, 0, family.getKey(), Ink.BOLD);
            for (Rule rule : family.getValue()) {
                sheet.paragraph(
                        "  " + rule.slug(), Ink.CODE, margin, RulePage.of(rule).summary(), Ink.PLAIN);
            }
            sheet.blank();
        }
        sheet.paragraph(0, Catalogue.rules().size() + " rules; \"tickbird rules RULE\" prints the page of one.");
    }
}
