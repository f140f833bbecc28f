// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Severity;

/// How text stands out on a terminal that shows colours.
enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    YELLOW("1;33"),
    BLUE("1;34"),
    GREEN("1;32"),
    CODE("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> RED;
            case WARNING -> YELLOW;
            case ADVICE -> BLUE;
            case NOTE -> BOLD;
        };
    }

    String on(String text, Terminal terminal) {
        return terminal.colour() && !code.isEmpty() && !text.isEmpty()
                ? "\u001b[" + code + 'm' + text + "\u001b[0m"
                : text;
    }
}
