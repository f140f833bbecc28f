// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How PostgreSQL writes an array: `{a,"b c"}`.
final class ArrayText {

    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^{},\"]+)", Pattern.DOTALL);

    private ArrayText() {}

    /// The values of an array of one dimension; none of what is null, or has more.
    static List<String> elements(@Nullable String array) {
        List<String> elements = new ArrayList<>();
        if (array == null || array.startsWith("{{") || array.startsWith("[")) {
            return elements;
        }
        Matcher element = ELEMENT.matcher(array);
        while (element.find()) {
            elements.add(element.group(1) != null ? element.group(1).replaceAll("\\\\(.)", "$1") : element.group(2));
        }
        return elements;
    }
}
