// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a rule's page says at its end about other tools' checks, or about controls that it gives evidence for: a line
/// `- In other tools: splinter 0001 unindexed_foreign_keys; pg-index-health FOREIGN_KEYS_WITHOUT_INDEX`.
enum References {
    TOOLS(
            "- In other tools: ",
            "annotated.conf",
            "check_pgactivity",
            "check_postgres",
            "db_verifier",
            "eugene",
            "pganalyze",
            "pgFirstAid",
            "pghero",
            "pg-index-health",
            "pglinter",
            "pgmetrics",
            "PGTune",
            "pgvet",
            "postgres_dba",
            "postgres-checkup",
            "postgres-language-server",
            "Postgres MCP",
            "postgresqltuner",
            "SchemaCrawler",
            "schemalint",
            "splinter",
            "squawk",
            "strong_migrations",
            "timescaledb-tune",
            "wiki Don't Do This"),
    CONTROLS("- Evidence for: ", "CIS PostgreSQL", "GDPR", "HIPAA", "PCI-DSS");

    /// How such a line begins.
    private final String begin;

    /// What an entry may begin with.
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> sources;

    /// @param name what the source calls it
    record Entry(String source, String name, Rule rule) {}

    References(String begin, String... sources) {
        this.begin = begin;
        this.sources = List.of(sources);
    }

    /// @throws IllegalArgumentException if an entry begins with no known source
    List<Entry> of(Rule rule) {
        List<Entry> entries = new ArrayList<>();
        RulePage.of(rule)
                .text()
                .lines()
                .filter(line -> line.startsWith(begin))
                .flatMap(line -> Arrays.stream(line.substring(begin.length()).split("; ")))
                .forEach(entry -> entries.add(entry(entry.strip(), rule)));
        return entries;
    }

    private Entry entry(String text, Rule rule) {
        Optional<String> source =
                sources.stream().filter(it -> text.startsWith(it + " ")).findFirst();
        return source.map(it -> new Entry(it, text.substring(it.length() + 1), rule))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the page of " + rule.slug() + " names a source that is not known: \"" + text + '"'));
    }
}
