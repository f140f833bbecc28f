// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a body asks beside its arguments: tables, the clock, settings, chance. What it executes out of a literal, and
/// what the functions that it calls ask, is not seen.
///
/// @param tables the user's own, qualified
/// @param questions such as `now()`, as the body has them
/// @param fleeting whether an answer may be another one within a statement
record OutsideWorld(List<String> tables, List<String> questions, boolean fleeting) {

    private static final Set<String> RESERVED = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role",
            "current_schema");

    private static final Set<String> STEADY = Set.of(
            "now", "transaction_timestamp", "statement_timestamp", "current_setting", "pg_backend_pid", "txid_current");

    private static final Set<String> FLEETING =
            Set.of("clock_timestamp", "timeofday", "random", "gen_random_uuid", "nextval", "currval");

    /// Functions that take an argument after the word `from`.
    private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim", "overlay", "position");

    OutsideWorld {
        tables = List.copyOf(tables);
        questions = List.copyOf(questions);
    }

    static OutsideWorld of(BodyText body, Snapshot snapshot) {
        Names names = snapshot.view(Names.class, Names::in);
        Set<String> tables = new TreeSet<>();
        Set<String> questions = new TreeSet<>();
        boolean fleeting = false;
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < body.size(); i++) {
            BodyToken token = body.at(i);
            if (token.is("(")) {
                open.push(body.at(i - 1).text());
            } else if (token.is(")")) {
                open.poll();
            } else if (token.is("join") || token.is("from") && !isPartOfCall(i, open, body)) {
                tables.addAll(names.table(i + 1, body));
            } else if (asks(i, body, names) && !body.verb(i).is("raise")) {
                questions.add(token.text() + (RESERVED.contains(token.text()) ? "" : "()"));
                fleeting |= FLEETING.contains(token.text());
            }
        }
        return new OutsideWorld(List.copyOf(tables), List.copyOf(questions), fleeting);
    }

    boolean isAsked() {
        return !tables.isEmpty() || !questions.isEmpty();
    }

    /// As a sentence goes on: `reads public.rate and asks now()`.
    String story() {
        String reads = "reads " + String.join(", ", tables);
        String asks = "asks " + String.join(", ", questions);
        return questions.isEmpty() ? reads : tables.isEmpty() ? asks : reads + " and " + asks;
    }

    private static boolean isPartOfCall(int from, Deque<String> open, BodyText body) {
        return !open.isEmpty() && WITH_FROM.contains(open.element())
                || body.at(from - 1).is("distinct");
    }

    private static boolean asks(int index, BodyText body, Names names) {
        BodyToken token = body.at(index);
        if (token.kind() != BodyToken.Kind.WORD) {
            return false;
        }
        boolean reserved =
                RESERVED.contains(token.text()) && !body.at(index - 1).is(".");
        return reserved
                || (body.calls(index, STEADY) || body.calls(index, FLEETING))
                        && !names.functions.contains(token.text());
    }

    /// @param schemas of each table's and view's name, where it is
    /// @param functions the user's own
    private record Names(Map<String, Set<String>> schemas, Set<String> functions) {

        static Names in(Snapshot snapshot) {
            Map<String, Set<String>> schemas = new HashMap<>();
            snapshot.all(Table.class).forEach(it -> add(it.schema(), it.name(), schemas));
            snapshot.all(View.class).forEach(it -> add(it.schema(), it.name(), schemas));
            Set<String> functions = new TreeSet<>();
            snapshot.all(Function.class).forEach(it -> functions.add(it.name()));
            return new Names(schemas, functions);
        }

        private static void add(String schema, String name, Map<String, Set<String>> schemas) {
            schemas.computeIfAbsent(name, _ -> new TreeSet<>()).add(schema);
        }

        /// The table that is named there, if it is one of the user's, and not a query's own name for something.
        Set<String> table(int from, BodyText body) {
            int start = body.at(from).is("only") ? from + 1 : from;
            int end = body.behindName(start);
            if (end == start || body.at(end).is("(")) {
                return Set.of();
            }
            String name = body.at(end - 1).text();
            Set<String> homes = schemas.getOrDefault(name, Set.of());
            if (end == start + 1) {
                return homes.isEmpty() || isOfQuery(name, body)
                        ? Set.of()
                        : Set.of(new QualifiedName(homes.iterator().next(), name).toString());
            }
            String schema = body.at(start).text();
            return homes.contains(schema) ? Set.of(new QualifiedName(schema, name).toString()) : Set.of();
        }

        /// Whether the body gives the name to something itself: `NAME as (…)`, `NAME (…) as (…)`.
        private static boolean isOfQuery(String name, BodyText body) {
            for (int i = 0; i < body.size(); i++) {
                if (body.at(i).isName() && body.at(i).text().equals(name)) {
                    int next = body.at(i + 1).is("(") ? body.next(i + 2, ")") + 1 : i + 1;
                    if (body.at(next).is("as")) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
