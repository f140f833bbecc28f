// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.schema.Function;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which arguments of a function in PL/pgSQL become part of a statement as the caller wrote them: texts that are joined
/// to others by `||`, or put in the place of a `%s`, and executed.
///
/// An argument that the body looks at anywhere else may have been checked there, and is not told.
final class RawArguments {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");

    private static final Pattern PLACEHOLDER = Pattern.compile("%(?:%|(?:(\\d+)\\$)?-?(\\d*)([sIL]))");

    private final BodyText body;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<Integer> harmless = new HashSet<>();
    private final Set<String> raw = new TreeSet<>();

    private RawArguments(Function function) {
        body = BodyText.of(function);
        List<Argument> arguments = Argument.of(function);
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (TEXTS.contains(argument.type())) {
                String place = "$" + (i + 1);
                names.put(place, argument.name().isEmpty() ? place : argument.name());
                if (!argument.name().isEmpty()) {
                    names.put(argument.name(), argument.name());
                }
            }
        }
    }

    static List<String> of(Function function) {
        RawArguments arguments = new RawArguments(function);
        if (!arguments.names.isEmpty()) {
            arguments.read();
        }
        return List.copyOf(arguments.raw);
    }

    private void read() {
        Set<String> executed = new HashSet<>();
        for (int i = 0; i < body.size(); i++) {
            if (body.at(i).is("execute")) {
                int end = body.next(i + 1, ";", "into", "using", "loop");
                joined(i + 1, end);
                bare(i + 1, end).forEach(it -> executed.add(body.at(it).text()));
            }
        }
        for (int i = 0; i < body.size(); i++) {
            boolean assigns = body.at(i + 1).is(":=") || body.at(i + 1).is("=") && body.startsStatement(i);
            if (assigns && body.at(i).isName() && executed.contains(body.at(i).text())) {
                joined(i + 2, body.next(i + 2, ";"));
            }
        }
        for (int i = 0; i < body.size(); i++) {
            if (isArgument(i) && !harmless.contains(i) && !isHarmless(i)) {
                raw.remove(nameAt(i));
            }
        }
    }

    /// Notes the arguments that a text holds as they are.
    private void joined(int from, int to) {
        Collection<Integer> places = bare(from, to);
        places.addAll(formatted(from, to));
        places.stream().filter(this::isArgument).forEach(place -> {
            raw.add(nameAt(place));
            harmless.add(place);
        });
    }

    /// The names that stand alone or between signs `||`, in no call.
    private List<Integer> bare(int from, int to) {
        List<Integer> places = new ArrayList<>();
        int inCall = 0;
        List<Boolean> open = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (body.at(i).is("(")) {
                boolean call = i > from && body.at(i - 1).isName();
                open.add(call);
                inCall += call ? 1 : 0;
            } else if (body.at(i).is(")")) {
                inCall -= !open.isEmpty() && open.removeLast() ? 1 : 0;
            } else if (inCall == 0 && isOperand(i, from, to)) {
                places.add(i);
            }
        }
        return places;
    }

    private boolean isOperand(int place, int from, int to) {
        BodyToken token = body.at(place);
        boolean begins = place == from
                || body.at(place - 1).is("||")
                || body.at(place - 1).is("(");
        boolean ends = place + 1 == to
                || body.at(place + 1).is("||")
                || body.at(place + 1).is(")");
        return (token.isName() || token.kind() == BodyToken.Kind.PLACE) && begins && ends;
    }

    /// The arguments of `format('…', …)` that stand for a `%s`.
    private List<Integer> formatted(int from, int to) {
        List<Integer> places = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean formats = body.calls(i, Set.of("format")) && body.at(i + 2).kind() == BodyToken.Kind.LITERAL;
            if (formats && body.at(i + 3).is(",")) {
                List<Integer> given = single(i + 4);
                verbatim(body.at(i + 2).text()).stream()
                        .filter(number -> number <= given.size() && given.get(number - 1) >= 0)
                        .forEach(number -> places.add(given.get(number - 1)));
            }
        }
        return places;
    }

    /// Where each argument of a call stands that is a single word; -1 for what is more than that.
    private List<Integer> single(int from) {
        List<Integer> places = new ArrayList<>();
        for (int start = from; ; ) {
            int end = body.next(start, ",", ")");
            places.add(end == start + 1 ? start : -1);
            if (!body.at(end).is(",")) {
                return places;
            }
            start = end + 1;
        }
    }

    /// The numbers of the arguments that a format takes as they are.
    private static List<Integer> verbatim(String format) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(format);
        int next = 1;
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                int number = matcher.group(1) == null ? next : Integer.parseInt(matcher.group(1));
                next = number + 1;
                if (matcher.group(3).equals("s")) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private boolean isArgument(int place) {
        BodyToken token = body.at(place);
        boolean named = token.isName() || token.kind() == BodyToken.Kind.PLACE;
        return named && names.containsKey(token.text()) && !body.at(place - 1).is(".");
    }

    private String nameAt(int place) {
        return String.valueOf(names.get(body.at(place).text()));
    }

    /// What is reported, asked for null or given to `using`, was not checked there.
    private boolean isHarmless(int place) {
        boolean nullTest = body.at(place + 1).is("is");
        String verb = body.verb(place).text();
        return nullTest || verb.equals("raise");
    }
}
