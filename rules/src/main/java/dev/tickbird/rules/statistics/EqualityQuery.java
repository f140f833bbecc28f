// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A query of the plainest form: rows of one table whose columns equal parameters, all of them returned. Of such a
/// query, the rows that it returns are the rows that its conditions leave. Whatever is written otherwise is none.
///
/// @param schema null where the text does not name it
/// @param columns those that are compared, in order
record EqualityQuery(@Nullable String schema, String table, List<String> columns) {

    private static final int LONGEST = 1_000; // characters; a pattern takes stack for each

    private static final String NAME = "(?:\"(?:[^\"]++|\"\")+\"|[a-z_][\\w$]*)";
    private static final String QUALIFIED = "(?:" + NAME + "\\s*\\.\\s*)?" + NAME;
    private static final String LIST = "(?:\\*|(?:" + NAME + "\\s*\\.\\s*)?(?:\\*|" + NAME + ")(?:\\s+as\\s+" + NAME
            + ")?(?:\\s*,\\s*(?:" + NAME + "\\s*\\.\\s*)?(?:\\*|" + NAME + ")(?:\\s+as\\s+" + NAME + ")?)*)";
    private static final String CONDITION = QUALIFIED + "\\s*=\\s*\\$\\d+(?:::[\\w ]+)?";
    private static final String ORDER = "(?:\\s+order\\s+by\\s+[\\w\".,\\s]+)?";
    private static final Pattern QUERY = Pattern.compile("(?is)^\\s*select\\s+(?!distinct\\b)" + LIST
            + "\\s+from\\s+(?:(" + NAME + ")\\s*\\.\\s*)?(" + NAME
            + ")(?:\\s+(?:as\\s+)?(?!where\\b)" + NAME + ")?\\s+where\\s+(" + CONDITION + "(?:\\s+and\\s+" + CONDITION
            + ")*)" + ORDER + "\\s*;?\\s*$");
    private static final Pattern COMPARED = Pattern.compile("(?i)(?:" + NAME + "\\s*\\.\\s*)?(" + NAME + ")\\s*=");

    static Optional<EqualityQuery> of(String text) {
        Matcher query = QUERY.matcher(text);
        if (text.length() > LONGEST || !query.matches()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        COMPARED.matcher(query.group(3)).results().forEach(compared -> columns.add(name(compared.group(1))));
        @Nullable String schema = query.group(1);
        return Optional.of(new EqualityQuery(schema == null ? null : name(schema), name(query.group(2)), columns));
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}
