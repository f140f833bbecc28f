// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.ForeignServer;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A password where everybody reads it who can connect: in a function's text, in the options of a foreign server,
/// in the settings of a role or a database.
public record ReadableSecret() implements Rule {

    /// A connection string with a password that is written out, and not put in while it runs.
    private static final Pattern CONNECTION = Pattern.compile(
            "(?i)'\\s*(?=[^']*\\b(?:host|hostaddr|dbname|user|port)\\s*=)(?:[a-z_]+\\s*=\\s*[^\\s'=,()]*\\s+)*"
                    + "password\\s*=\\s*[^\\s'\"%$|:?{,()]{3,}(?=[\\s'])");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b[a-z][a-z0-9+]{2,}://[^\\s:/@'\"%|]+:[^\\s:/@'\"%$|{]{3,}@[^\\s/'\"|]");

    /// Such an option is masked by the query that reads it.
    private static final Pattern OPTION =
            Pattern.compile("(?i)[a-z_]*(?:pass|secret|token|credential)[a-z_]*=\\*{5}|.*://\\*{5}@.*");

    /// So is such a setting: whole by its name, or the part of its value that is a password.
    private static final String MASK = "****";

    /// Names that mean nothing else; `partition_key` is no secret.
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(?:secret|token|passw(?:or)?d|passphrase|(?:api|private|secret|encryption|signing|master|role)_?key)");

    @Override
    public Needs needs() {
        return Needs.facts(Function.class, ForeignServer.class, SettingOverride.class, Role.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean alone = snapshot.all(Role.class).stream().noneMatch(role -> role.canLogin() && !role.superuser());
        if (alone) {
            return Stream.empty();
        }
        Stream<Finding> functions = snapshot.all(Function.class).stream()
                .filter(function -> holdsPassword(function.source()))
                .map(this::finding);
        Stream<Finding> servers = snapshot.all(ForeignServer.class).stream()
                .filter(server -> server.options().stream()
                        .anyMatch(option -> OPTION.matcher(option).matches()))
                .map(this::finding);
        Stream<Finding> settings = snapshot.all(SettingOverride.class).stream()
                .filter(ReadableSecret::isSecret)
                .map(this::finding);
        return Stream.of(functions, servers, settings).flatMap(it -> it);
    }

    private static boolean holdsPassword(String text) {
        return text.contains("password") && CONNECTION.matcher(text).find()
                || text.contains("://") && ADDRESS.matcher(text).find();
    }

    private static boolean isSecret(SettingOverride override) {
        return override.value().equals(MASK)
                ? NAME.matcher(override.name()).matches()
                : override.value().contains(MASK);
    }

    private Finding finding(Function function) {
        String kind = OwnSearchPath.kind(function);
        return finding(
                Severity.WARNING,
                new Subject(kind, function.signature()),
                "the text of " + kind + " \"" + function.signature() + "\" holds a password",
                "There is a connection string in it, with the password written out.",
                "pg_proc shows the text of every function to everybody, called or not.",
                "Have the function enter by a foreign server and a user mapping, whose options are shown to its user and"
                        + " the server's owner alone: dblink takes the server's name in place of a connection string.");
    }

    private Finding finding(ForeignServer server) {
        return finding(
                Severity.WARNING,
                new Subject("foreign server", Identifier.quoted(server.name())),
                "the options of foreign server \"" + server.name() + "\" hold a password",
                "They are options of the server, not of a user mapping.",
                "pg_foreign_server shows them to everybody.",
                "Move them into the user mappings of the roles that need them, and drop them here: alter server … options"
                        + " (drop …).");
    }

    private Finding finding(SettingOverride override) {
        String of = (override.role() != null ? "role " + Identifier.quoted(override.role()) : "")
                + (override.role() != null && override.database() != null ? " in " : "")
                + (override.database() != null ? "database " + Identifier.quoted(override.database()) : "");
        return finding(
                Severity.ADVICE,
                new Subject("setting", override.name()).at(of.isEmpty() ? "" : " of " + of),
                "setting \"" + override.name() + "\" of " + (of.isEmpty() ? "all roles" : of) + " holds a secret",
                "It is given to new sessions, and its name or its value says that it is a secret.",
                "pg_db_role_setting shows it to everybody who can connect, to any database.",
                "Keep it where only those read it who need it, such as in a table with privileges of its own or with the"
                        + " application, and reset the setting.");
    }

    private Finding finding(
            Severity severity, Subject subject, String title, String detail, String impact, String cure) {
        return finding(
                severity,
                subject,
                title,
                detail,
                Evidence.NONE,
                impact,
                Remedy.Advice.inOrder(
                        List.of(cure, "Then change the secret, for it has been readable until today."), null));
    }
}
