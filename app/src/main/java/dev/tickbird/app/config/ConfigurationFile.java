// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.config;

import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Suppression;
import dev.tickbird.rules.Thresholds;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Reads `tickbird.toml`:
///
/// ```toml
/// fail-on = "warning"
/// skip = ["unused-index"]
///
/// [rules.idle-in-transaction]
/// severity = "note"
/// min-age = "15 min"
///
/// [[suppress]]
/// finding = "unindexed-foreign-key:public.log(user_id)"
/// reason = "users are never deleted"
/// until = 2027-01-31
/// ```
public final class ConfigurationFile {

    private final String name;
    private final String text;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Severity> severities = new HashMap<>();

    private ConfigurationFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// What counts without a file.
    public static Configuration defaults() {
        return new Configuration(Catalogue.rules(), List.of(), Map.of(), List.of(), Optional.empty());
    }

    /// @throws TickbirdException if the file is not there, is not TOML, or says anything that cannot be understood
    public static Configuration read(Path path) {
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw TickbirdException.usage("configuration file \"" + path + "\" does not exist", null);
        } catch (CharacterCodingException e) {
            throw TickbirdException.usage("configuration file \"" + path + "\" is not UTF-8", null);
        } catch (IOException e) {
            throw TickbirdException.usage(
                    "could not read configuration file \"" + path + "\": " + reason(path, e), null);
        }
    }

    /// What a file of this name says.
    ///
    /// @throws TickbirdException as [#read(Path)] does
    public static Configuration parse(String name, String text) {
        return new ConfigurationFile(name, text).configuration();
    }

    private Configuration configuration() {
        JsonNode root = tree();
        allowOnly(root, "", List.of("fail-on", "skip", "rules", "suppress"));
        Configuration configuration = new Configuration(
                rules(root.path("rules")),
                skipped(root.path("skip")),
                severities,
                suppressions(root.path("suppress")),
                severity(root.path("fail-on"), "fail-on"));
        if (!problems.isEmpty()) {
            throw TickbirdException.usage(
                    "configuration file \"" + name + "\" cannot be used: " + String.join("; ", problems),
                    "\"tickbird rules\" lists the rules, \"tickbird rules SLUG\" the thresholds of one.");
        }
        return configuration;
    }

    private JsonNode tree() {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            throw TickbirdException.usage(
                    "configuration file \"" + name + "\" is not TOML: " + e.getOriginalMessage() + " in line "
                            + e.getLocation().getLineNr(),
                    null);
        }
    }

    private static String reason(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Files.isDirectory(path) ? "it is a folder" : String.valueOf(e.getMessage());
    }

    private List<Rule> rules(JsonNode table) {
        allowOnly(table, "rules.", Catalogue.slugs());
        return Catalogue.rules().stream()
                .map(rule -> rule(rule, table.path(rule.slug())))
                .toList();
    }

    private Rule rule(Rule rule, JsonNode table) {
        String place = "rules." + rule.slug() + '.';
        List<String> keys = new ArrayList<>(Thresholds.of(rule).keySet());
        keys.add("severity");
        allowOnly(table, place, keys);
        severity(table.path("severity"), place + "severity")
                .ifPresent(severity -> severities.put(rule.slug(), severity));
        Map<String, String> changes = new HashMap<>();
        Thresholds.of(rule).keySet().stream()
                .filter(table::has)
                .forEach(name -> changes.put(name, text(table.path(name))));
        try {
            return Thresholds.with(rule, changes);
        } catch (IllegalArgumentException e) {
            problems.add("in \"rules." + rule.slug() + "\" " + e.getMessage());
            return rule;
        }
    }

    private List<String> skipped(JsonNode list) {
        List<String> slugs = new ArrayList<>();
        require(list.isMissingNode() || list.isArray(), "\"skip\" must be a list, such as [\"unused-index\"]");
        for (JsonNode item : list) {
            String slug = text(item);
            slugs.add(slug);
            if (!Catalogue.slugsAndFamilies().contains(slug)) {
                problems.add(
                        "there is no rule or family \"" + slug + '"' + didYouMean(slug, Catalogue.slugsAndFamilies()));
            }
        }
        return slugs;
    }

    private List<Suppression> suppressions(JsonNode list) {
        List<Suppression> suppressions = new ArrayList<>();
        require(
                list.isMissingNode() || list.isArray() && list.valueStream().allMatch(JsonNode::isObject),
                "\"suppress\" must be a list of tables, each begun with [[suppress]]");
        for (JsonNode item : list.isArray() ? list : List.<JsonNode>of()) {
            allowOnly(item, "suppress.", List.of("finding", "reason", "until"));
            String finding = text(item.path("finding"));
            String reason = text(item.path("reason"));
            if (finding.isBlank()) {
                problems.add("a suppression names no \"finding\"");
            } else if (reason.isBlank()) {
                problems.add("the suppression of \"" + finding + "\" gives no \"reason\"");
            } else {
                suppressions.add(new Suppression(finding, reason, until(item.path("until"), finding)));
            }
        }
        return suppressions;
    }

    private @Nullable LocalDate until(JsonNode node, String finding) {
        if (node.isMissingNode()) {
            return null;
        }
        try {
            return LocalDate.parse(text(node));
        } catch (DateTimeParseException e) {
            problems.add("the suppression of \"" + finding + "\" ends on \"" + text(node)
                    + "\", which is no date such as 2027-01-31");
            return null;
        }
    }

    private Optional<Severity> severity(JsonNode node, String key) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(it -> it.toString().equals(text(node)))
                .findFirst();
        if (severity.isEmpty()) {
            problems.add(
                    "\"" + key + "\" cannot be \"" + text(node) + "\"; it is one of critical, warning, advice, note");
        }
        return severity;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            problems.add(otherwise);
        }
    }

    /// A value as it was written, or nearly so.
    private static String text(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString("");
    }

    private void allowOnly(JsonNode table, String place, Collection<String> keys) {
        if (!table.isMissingNode() && !table.isObject()) {
            problems.add('"' + place.substring(0, place.length() - 1) + "\" must be a table");
        }
        table.propertyNames().stream()
                .filter(name -> !keys.contains(name))
                .forEach(name -> problems.add("there is no key \"" + place + name + '"' + didYouMean(name, keys)));
    }

    private static String didYouMean(String word, Collection<String> candidates) {
        return Suggestion.nearest(word, candidates)
                .map(nearest -> ", did you mean \"" + nearest + "\"?")
                .orElse("");
    }
}
