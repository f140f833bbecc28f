// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one client does again and again: a script for pgbench, of which `\set NAME random(FROM, TO)` and `:NAME` are
/// understood. `pgbench -n -f` runs the file as well.
record ClientScript(List<Variable> variables, String sql) {

    private static final Pattern SET = Pattern.compile("(?m)^\\\\set (\\w+) random\\((\\d+), (\\d+)\\)$");
    private static final Pattern USE = Pattern.compile("(?<!:):([a-z]\\w*)");

    record Variable(String name, int from, int to) {}

    static ClientScript of(String text) {
        List<Variable> variables = SET.matcher(text)
                .results()
                .map(match -> new Variable(
                        match.group(1), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))))
                .toList();
        return new ClientScript(variables, SET.matcher(text).replaceAll(""));
    }

    /// The SQL of one round, with a number for each variable.
    String round() {
        Map<String, String> numbers = new HashMap<>();
        for (Variable variable : variables) {
            int number = ThreadLocalRandom.current().nextInt(variable.from(), variable.to() + 1);
            numbers.put(variable.name(), String.valueOf(number));
        }
        return USE.matcher(sql)
                .replaceAll(use -> numbers.getOrDefault(use.group(1), Matcher.quoteReplacement(use.group())));
    }
}
