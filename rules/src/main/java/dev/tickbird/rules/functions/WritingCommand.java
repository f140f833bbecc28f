// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The first command of a body that writes. What stands in literals, to be executed perhaps, is not looked at.
final class WritingCommand {

    private static final Set<String> MADE = Set.of(
            "or",
            "table",
            "temp",
            "temporary",
            "unlogged",
            "index",
            "unique",
            "view",
            "materialized",
            "sequence",
            "schema",
            "function",
            "type",
            "trigger",
            "role",
            "extension");

    private static final Map<String, String> SEVERAL_WORDS =
            Map.of("insert", "into", "merge", "into", "delete", "from");

    private static final Set<String> DRAWS = Set.of("nextval", "setval");

    private WritingCommand() {}

    /// As its author would call it, such as `insert into`.
    ///
    /// @param alone whether only what is a statement by itself counts, and no part of a select
    static Optional<String> in(BodyText body, boolean alone) {
        return IntStream.range(0, body.size())
                .filter(i -> !alone || body.startsStatement(i))
                .mapToObj(i -> at(i, body))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// A call that draws from a sequence, or sets one.
    static Optional<String> draw(BodyText body, Set<String> own) {
        return IntStream.range(0, body.size())
                .filter(i -> body.calls(i, DRAWS) && !own.contains(body.at(i).text()))
                .mapToObj(i -> body.at(i).text() + "()")
                .findFirst();
    }

    private static Optional<String> at(int index, BodyText body) {
        BodyToken token = body.at(index);
        if (token.kind() != BodyToken.Kind.WORD) {
            return Optional.empty();
        }
        String word = token.text();
        String second = SEVERAL_WORDS.get(word);
        if (second != null && body.at(index + 1).is(second)) {
            return Optional.of(word + ' ' + second);
        }
        return switch (word) {
            case "update" -> updates(index, body) ? Optional.of("update") : Optional.empty();
            case "for" -> locks(index, body) ? Optional.of("select … for update") : Optional.empty();
            case "create", "alter", "drop" ->
                body.startsStatement(index) && MADE.contains(body.at(index + 1).text())
                        ? Optional.of(word + ' ' + body.at(index + 1).text())
                        : Optional.empty();
            case "truncate" ->
                body.startsStatement(index) && body.at(index + 1).isName() ? Optional.of(word) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Not what follows on a conflict, nor the event of a trigger.
    private static boolean updates(int index, BodyText body) {
        int name = body.at(index + 1).is("only") ? index + 2 : index + 1;
        int end = body.behindName(name);
        if (end == name || body.at(name).is("set")) {
            return false;
        }
        end += body.at(end).is("*") ? 1 : 0;
        if (body.at(end).is("as")) {
            end += 2;
        } else if (body.at(end).isName() && !body.at(end).is("set")) {
            end++;
        }
        return body.at(end).is("set")
                && (body.at(end + 1).isName() || body.at(end + 1).is("("));
    }

    /// Not a loop whose variable is called so.
    private static boolean locks(int index, BodyText body) {
        boolean weak = body.reads(index + 1, "no", "key", "update");
        int end = weak ? index + 4 : index + 2;
        return (weak || body.at(index + 1).is("update")) && !body.at(end).is("in");
    }
}
