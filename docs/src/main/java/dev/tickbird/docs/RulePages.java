// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.model.Fact;
import dev.tickbird.model.server.HostWork;
import dev.tickbird.observe.Observatory;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import dev.tickbird.rules.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The catalogue by family, and one page a rule: what its author wrote, its thresholds, and what it reads.
final class RulePages {

    private final Path root;

    RulePages(Path root) {
        this.root = root;
    }

    SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("rules.md", catalogue());
        for (Rule rule : Catalogue.rules()) {
            pages.put("rules/" + rule.slug() + ".md", page(rule));
        }
        return pages;
    }

    private static String catalogue() {
        Map<String, List<Rule>> families = Catalogue.rules().stream()
                .collect(Collectors.groupingBy(Rule::family, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(Markdown.resource("rules.md"));
        families.forEach((family, rules) -> {
            text.append("\n## ").append(family).append("\n\n").append(Markdown.head("rule", "what it finds"));
            rules.forEach(rule -> text.append(Markdown.row(link(rule), firstParagraph(rule))));
        });
        return Markdown.page("the rules' pages or docs/src/main/resources/dev/tickbird/docs/rules.md", text.toString());
    }

    /// A link from a page beside the folder of the rules.
    static String link(Rule rule) {
        return "[" + rule.slug() + "](rules/" + rule.slug() + ".md)";
    }

    /// The page's summary, with its Markdown.
    private static String firstParagraph(Rule rule) {
        return RulePage.of(rule).text().split("\n\n", 2)[0].strip();
    }

    private String page(Rule rule) {
        String text = "# " + rule.slug() + "\n\n" + RulePage.of(rule).text().strip() + "\n" + services(rule)
                + thresholds(rule) + reads(rule);
        return Markdown.page(path("resources", rule, ".md") + " or " + path("java", rule, ".java"), text);
    }

    private static String path(String kind, Rule rule, String ending) {
        return "rules/src/main/" + kind + "/" + rule.getClass().getName().replace('.', '/') + ending;
    }

    /// Where it is told how a cure is carried out where one cannot do as one likes.
    private static String services(Rule rule) {
        List<HostWork> work = RulePage.of(rule).hostWork();
        if (rule.needs().host() || work.isEmpty()) {
            return "";
        }
        return work.stream()
                .map(ServicesPage::link)
                .collect(Collectors.joining(
                        ", ", "\n## On managed services\n\nHow it is done there, if it can be: ", ".\n"));
    }

    private String thresholds(Rule rule) {
        Map<String, Object> thresholds = Thresholds.of(rule);
        if (thresholds.isEmpty()) {
            return "";
        }
        Map<String, String> meanings = ThresholdMeanings.of(root.resolve(path("java", rule, ".java")));
        StringBuilder text = new StringBuilder("\n## Thresholds\n\n")
                .append("In [`tickbird.toml`](../tickbird-toml.md), under `[rules.")
                .append(rule.slug())
                .append("]`:\n\n")
                .append(Markdown.head("threshold", "default", "meaning"));
        thresholds.forEach((name, value) -> text.append(Markdown.row(
                Markdown.code(name), Markdown.code(Thresholds.written(value)), meanings.getOrDefault(name, ""))));
        return text.toString();
    }

    private static String reads(Rule rule) {
        StringBuilder text = new StringBuilder("\n## What it reads\n\n");
        text.append(Stream.concat(rule.needs().facts().stream(), rule.needs().also().stream())
                .map(RulePages::link)
                .collect(Collectors.joining(", ")));
        text.append(".");
        Duration age = rule.needs().statisticsAge();
        if (!age.isZero()) {
            text.append(" The server must have counted for at least ")
                    .append(Thresholds.written(age).replace("\"", ""))
                    .append('.');
        }
        Duration ofStatements = rule.needs().statementsAge();
        if (!ofStatements.isZero()) {
            text.append(" pg_stat_statements must have counted for at least ")
                    .append(Thresholds.written(ofStatements).replace("\"", ""))
                    .append('.');
        }
        if (rule.needs().host()) {
            text.append(" It looks at the server's host, which a managed service does not show.");
        }
        return text.append('\n').toString();
    }

    private static String link(Class<? extends Fact> fact) {
        String name = Observatory.source(fact).name();
        return "[" + name.replace('_', ' ') + "](../facts.md#" + FactPage.room(fact) + ")";
    }
}
