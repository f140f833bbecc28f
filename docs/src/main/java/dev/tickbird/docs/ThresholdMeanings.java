// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a rule's thresholds mean: the `@param` lines above its record.
final class ThresholdMeanings {

    private static final Pattern PARAMETER =
            Pattern.compile("/// @param (\\w+) (.*(?:\n///   *(?!@).*|\n/// [^@ ].*)*)");

    private ThresholdMeanings() {}

    static Map<String, String> of(Path source) {
        try {
            Map<String, String> meanings = new LinkedHashMap<>();
            Matcher matcher = PARAMETER.matcher(Files.readString(source));
            while (matcher.find()) {
                String name = matcher.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                meanings.put(name, matcher.group(2).replaceAll("\n/// *", " ").strip());
            }
            return meanings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
