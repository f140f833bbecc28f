// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.rules.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// From the names of others to our rules: the checks of a tool for those who come from it, the controls of a
/// standard for those who are audited.
final class CrossReferencePage {

    private static final Pattern DIGITS_OR_NOT = Pattern.compile("\\d+|\\D+");

    private CrossReferencePage() {}

    /// @param introduction the text above the tables, which lies beside this class
    /// @param what what the names are names of
    static String text(References references, String introduction, String what) {
        Map<String, List<References.Entry>> bySource = Catalogue.rules().stream()
                .flatMap(rule -> references.of(rule).stream())
                .collect(Collectors.groupingBy(
                        References.Entry::source,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.toList()));
        StringBuilder text = new StringBuilder(Markdown.resource(introduction));
        bySource.forEach((source, entries) -> {
            text.append("\n## ").append(source).append("\n\n").append(Markdown.head(what, "rule"));
            byName(entries).forEach((name, rules) -> text.append(Markdown.row(name, rules)));
        });
        return Markdown.page(
                "the rules' pages or docs/src/main/resources/dev/tickbird/docs/" + introduction, text.toString());
    }

    private static Map<String, String> byName(List<References.Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        References.Entry::name,
                        () -> new TreeMap<>(Comparator.comparing(CrossReferencePage::inOrder)),
                        Collectors.mapping(entry -> RulePages.link(entry.rule()), Collectors.joining(", "))));
    }

    /// Numbers are ordered as numbers: 3.2 before 3.10.
    private static String inOrder(String name) {
        StringBuilder key = new StringBuilder();
        DIGITS_OR_NOT
                .matcher(name)
                .results()
                .map(MatchResult::group)
                .forEach(part -> key.append(
                        Character.isDigit(part.charAt(0)) ? "0".repeat(Math.max(0, 6 - part.length())) + part : part));
        return key.toString();
    }
}
