// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.config.Configuration;
import dev.tickbird.app.config.ConfigurationFile;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rules run, and with which configuration.
final class RuleSelection {

    private static final Path USUAL = Path.of("tickbird.toml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Thresholds, severities and accepted findings (default: tickbird.toml, if there is one).")
    private @Nullable Path file;

    @Option(names = "--only", paramLabel = "RULE", split = ",", description = "Run only these rules or families.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "RULE", split = ",", description = "Leave these rules or families out.")
    private List<String> skip = List.of();

    @Option(names = "--strict", description = "Also examine matters of taste: names, comments, the order of columns.")
    private boolean strict;

    Configuration configuration() {
        if (file != null) {
            return ConfigurationFile.read(file);
        }
        return Files.exists(USUAL) ? ConfigurationFile.read(USUAL) : ConfigurationFile.defaults();
    }

    List<Rule> rules(Configuration configuration) {
        only.forEach(RuleSelection::requireKnown);
        skip.forEach(RuleSelection::requireKnown);
        List<Rule> chosen = configuration.rules().stream()
                .filter(rule -> only.isEmpty() || names(only, rule))
                .filter(rule -> !names(skip, rule))
                .filter(rule -> strict || !rule.isOpinion() || names(only, rule))
                .filter(rule -> names(only, rule) || !names(configuration.skipped(), rule))
                .toList();
        if (chosen.isEmpty()) {
            throw TickbirdException.usage("no rule is left to run", "Say less with --only and --skip.");
        }
        return chosen;
    }

    private static boolean names(List<String> words, Rule rule) {
        return words.contains(rule.slug()) || words.contains(rule.family());
    }

    private static void requireKnown(String word) {
        List<String> known = Catalogue.slugsAndFamilies();
        if (!known.contains(word)) {
            throw TickbirdException.usage(
                    "there is no rule or family \"" + word + "\"",
                    Suggestion.sentence(word, known).orElse("\"tickbird rules\" lists them."));
        }
    }
}
