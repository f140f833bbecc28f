// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.CatalogueText;
import dev.tickbird.app.report.Terminal;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.server.HostWork;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import dev.tickbird.rules.Thresholds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tickbird rules`: the catalogue, or the page of one rule.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists the rules by family, or prints the page of one.",
        footerHeading = "%nExamples:%n",
        footer = {"  tickbird rules", "  tickbird rules unindexed-foreign-key"})
final class RulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RULE", arity = "0..1", description = "The rule to explain.")
    private @Nullable String slug;

    @Override
    public Integer call() throws IOException {
        if (slug == null) {
            CatalogueText.write(Terminal.here(), System.out);
        } else {
            System.out.print(page(slug));
        }
        return ExitCode.FINE;
    }

    /// What somebody means who does not know the whole name, or has mistyped it.
    private static String hint(String slug) {
        List<String> holding = slug.isBlank()
                ? List.of()
                : Catalogue.slugs().stream().filter(it -> it.contains(slug)).toList();
        if (holding.isEmpty() || holding.size() > 5) {
            return Suggestion.sentence(slug, Catalogue.slugs()).orElse("\"tickbird rules\" lists them.");
        }
        return "Did you mean \"" + String.join("\", or \"", holding) + "\"?";
    }

    private static String page(String slug) {
        Rule rule = Catalogue.rule(slug)
                .orElseThrow(() -> TickbirdException.usage("there is no rule \"" + slug + "\"", hint(slug)));
        RulePage page = RulePage.of(rule);
        StringBuilder text = new StringBuilder("# " + slug + "\n\n" + page.text());
        if (!rule.needs().host() && !page.hostWork().isEmpty()) {
            text.append(
                            "\n## On managed services\n\n`tickbird check` says how it is done on the service that it finds: ")
                    .append(page.hostWork().stream().map(HostWork::title).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        Map<String, Object> thresholds = Thresholds.of(rule);
        if (!thresholds.isEmpty()) {
            text.append("\n## Thresholds\n\nIn `tickbird.toml`, with their defaults:\n\n```toml\n[rules.")
                    .append(slug)
                    .append("]\n");
            thresholds.forEach((name, value) -> text.append(name)
                    .append(" = ")
                    .append(Thresholds.written(value))
                    .append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }
}
