// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A policy that trusts what users write about themselves: the `user_metadata` of their token.
public record UserMetadataPolicy() implements Rule {

    private static final String KEY = "(?:->>?\\s*'user_metadata'|#>>?\\s*'\\{\"?user_metadata\"?[,}])";

    /// From the token itself, or from where the accounts are kept; the words alone, in a literal, are nothing.
    private static final Pattern TRUSTED = Pattern.compile("\\bjwt\\b[\\w\\s()]*" + KEY
            + "|'request\\.jwt\\.claims?'[^']*" + KEY
            + "|(?s)\\.raw_user_meta_data\\b.*\\bauth\\.users\\b|\\bauth\\.users\\b.*\\.raw_user_meta_data\\b");

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(Table::rowSecurity)
                .flatMap(table -> relations.of(table, Policy.class).stream()
                        .filter(policy -> trusts(policy.using()) || trusts(policy.check()))
                        .map(policy -> finding(policy, table)));
    }

    private static boolean trusts(@Nullable String condition) {
        return condition != null && TRUSTED.matcher(condition).find();
    }

    private Finding finding(Policy policy, Table table) {
        QualifiedName name = table.qualifiedName();
        String condition = Objects.requireNonNullElse(trusts(policy.using()) ? policy.using() : policy.check(), "");
        return finding(
                Severity.WARNING,
                new Subject("policy", Identifier.quoted(policy.name()) + " on " + name),
                "policy \"" + policy.name() + "\" of table \"" + name + "\" trusts what users write about themselves",
                "Its condition is " + condition + ". Users change their user_metadata by themselves, with a request to"
                        + " the API that logs them in.",
                Evidence.of("rows", Math.max(table.rows(), 0)).and("policy", policy.name()),
                "Whoever has an account can write there whatever the policy wants to read, and gets at the rows.",
                new Remedy.Advice(
                        List.of(
                                "Keep what decides in app_metadata, which only the server writes, and have the policy"
                                        + " read that: \"" + Sql.format("alter policy %I on %I", policy.name(), name)
                                        + "\" with app_metadata in place of user_metadata.",
                                "Or keep it in a table that users cannot write to, and look there.",
                                "If it only chooses what to show, such as a language, accept the finding with that"
                                        + " reason."),
                        Sql.format(
                                "select polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
                                        + " from pg_policy where polrelid = %L::regclass",
                                name)));
    }
}
