// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Looks for what would touch files, programs or the network, before anything runs, so that who wrote it gets a clear
/// sentence. What is put together at run time it cannot see: that is what [Disarming] and the role hold.
public final class Screening {

    private static final Pattern FUNCTION =
            Pattern.compile("lo_import|lo_export|pg_read_(binary_)?file|pg_stat_file|pg_ls_\\w+|pg_file_\\w+|dblink\\w*"
                    + "|postgres_fdw_\\w+|pg_current_logfile|pg_rotate_logfile|pg_promote|pg_hba_file_rules"
                    + "|pg_logical_emit_message|pg_create_\\w+_slot|pg_export_snapshot");

    /// Settings by which a server is made to run a program, load a library, listen, call or write somewhere else.
    private static final Pattern SETTING = Pattern.compile(
            "\\w*_command|\\w*_librar(y|ies)|\\w*_director(y|ies)|\\w*_file|\\w*_path|primary_conninfo|jit_provider"
                    + "|listen_addresses|unix_socket_\\w+|port|log_destination|logging_collector|ssl\\w*|krb_\\w+"
                    + "|allow_system_table_mods|archive_\\w+|data_\\w+");

    private static final Set<String> HARMLESS_SETTINGS = Set.of("search_path", "archive_timeout");

    private static final Set<String> EXTENSIONS = Set.of(
            "adminpack",
            "dblink",
            "file_fdw",
            "postgres_fdw",
            "plperlu",
            "plpython3u",
            "pltclu",
            "plsh",
            "pg_cron",
            "pg_net",
            "http",
            "pg_background",
            "aws_s3");

    private static final Pattern LANGUAGE = Pattern.compile("c|internal|plperlu|plpython\\w*|pltclu|plsh");

    private static final Pattern ROLE = Pattern.compile(
            "pg_(read_server_files|write_server_files|execute_server_program|create_subscription)|" + Disarming.ROLE);

    /// Code that holds code that holds code.
    private static final int DEPTH = 4;

    private final SqlScript script;

    private Screening(SqlScript script) {
        this.script = script;
    }

    /// What is wrong with somebody's script; empty if nothing is to be seen.
    public static Optional<Objection> of(String script) {
        return of(SqlScript.of(script));
    }

    static Optional<Objection> of(SqlScript script) {
        return all(script).stream().findFirst();
    }

    /// One for each statement that is refused.
    static List<Objection> all(SqlScript script) {
        Screening screening = new Screening(script);
        return script.statements().stream()
                .flatMap(statement -> screening.objection(statement).stream())
                .toList();
    }

    private Optional<Objection> objection(SqlStatement statement) {
        List<Token> tokens = statement.tokens();
        Optional<Token> backslash =
                tokens.stream().filter(token -> token.isSign('\\')).findFirst();
        if (backslash.isPresent()) {
            return Optional.of(new Objection(
                    "it holds a command of psql, which only psql carries out: here SQL alone is taken",
                    script.place(backslash.get().start())));
        }
        boolean code = statement.verb().equals("do") || statement.has("function") || statement.has("procedure");
        return reason(tokens, code ? DEPTH : 0)
                .or(() -> ofStatement(statement))
                .map(reason -> new Objection(reason, statement.place()));
    }

    private static Optional<String> ofStatement(SqlStatement statement) {
        if (statement.verb().equals("load")) {
            return Optional.of("it would load a library into the server");
        }
        if (statement.beginsWith("create", "subscription") && !connectsNot(statement)) {
            return Optional.of("it would connect to another server; with (connect = false) it would not");
        }
        if (statement.beginsWith("alter", "subscription")) {
            return Optional.of("it would connect to another server");
        }
        if (statement.beginsWith("create", "server")
                || statement.beginsWith("create", "user", "mapping")
                || statement.beginsWith("create", "foreign", "data")
                || statement.beginsWith("import", "foreign")) {
            return Optional.of("foreign servers are reached through the network or through files");
        }
        if (statement.beginsWith("create", "extension")) {
            return names(statement, EXTENSIONS).map(name -> "extension " + name + " opens the way out of the server");
        }
        return ofSetting(statement);
    }

    private static Optional<String> ofSetting(SqlStatement statement) {
        boolean lasting = statement.verb().equals("alter")
                && (statement.has("system")
                        || statement.has("database")
                        || statement.has("role")
                        || statement.has("user"))
                && statement.has("set");
        if (!lasting) {
            return Optional.empty();
        }
        List<Token> tokens = statement.tokens();
        return IntStream.range(0, tokens.size() - 1)
                .filter(i -> tokens.get(i).is("set"))
                .mapToObj(i -> tokens.get(i + 1).text())
                .filter(name -> SETTING.matcher(name).matches() && !HARMLESS_SETTINGS.contains(name))
                .findFirst()
                .map(name -> "parameter " + name + " makes the server run, load, write or listen to something else");
    }

    private static boolean connectsNot(SqlStatement statement) {
        return statement.text().matches("(?is).*\\bconnect\\s*=\\s*'?(false|off|0|no)\\b.*");
    }

    private static Optional<String> names(SqlStatement statement, Set<String> names) {
        return statement.tokens().stream()
                .map(Token::text)
                .filter(names::contains)
                .findFirst();
    }

    /// What is wrong with some SQL, or with SQL that stands in its literals, such as the body of a function.
    ///
    /// @param depth how many literals within one another are looked into
    private static Optional<String> reason(List<Token> tokens, int depth) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Optional<String> reason = reason(token, i, tokens);
            if (reason.isEmpty() && token.kind() == Token.Kind.LITERAL && depth > 0) {
                reason = reason(Lexer.tokens(token.text()), depth - 1);
            }
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(Token token, int i, List<Token> tokens) {
        boolean call =
                token.isName() && i + 1 < tokens.size() && tokens.get(i + 1).isSign('(');
        if (call && FUNCTION.matcher(token.text()).matches()) {
            return Optional.of("function " + token.text() + " touches files or the network");
        }
        if (token.isName()
                && ROLE.matcher(token.text()).matches()
                && !tokens.getFirst().is("revoke")) {
            return Optional.of("role " + token.text() + " opens the files and the network of the server");
        }
        if (token.is("language")
                && i + 1 < tokens.size()
                && LANGUAGE.matcher(tokens.get(i + 1).text()).matches()) {
            return Optional.of(
                    "a function in language " + tokens.get(i + 1).text() + " can do to the machine what it likes");
        }
        return token.is("copy") ? Copying.objection(tokens.subList(i, tokens.size())) : Optional.empty();
    }
}
