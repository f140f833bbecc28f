// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import java.util.regex.Pattern;

/// The first line of a finding. Names stand in quotes, but not in two pairs of them: `table "Box"."Note"`, where SQL
/// writes the name with some already.
final class Title {

    private static final String PLAIN = "[a-z_][a-z0-9_]*";
    private static final String QUOTED = "\"(?:[^\"]|\"\")+?\"";
    private static final Pattern TWICE = Pattern.compile("(?<!\\S)\"((?:(?:" + PLAIN + "|" + QUOTED + ")\\.)?" + QUOTED
            + "(?:\\([^\")]*\\))?|" + QUOTED + "\\." + PLAIN + "(?:\\([^\")]*\\))?)\"(?![^\\s,;:])");

    private Title() {}

    static String of(String text) {
        return TWICE.matcher(text).replaceAll("$1");
    }
}
