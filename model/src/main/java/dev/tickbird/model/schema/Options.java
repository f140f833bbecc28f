// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How the catalogs write storage parameters: `fillfactor=70`.
final class Options {

    private static final Set<String> ON = Set.of("true", "on", "yes", "1", "t", "y");

    private Options() {}

    static Optional<String> value(List<String> options, String parameter) {
        String prefix = parameter + '=';
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findFirst();
    }

    /// Whether a parameter that is on or off is on.
    static boolean isOn(List<String> options, String parameter) {
        return value(options, parameter)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(ON::contains)
                .isPresent();
    }
}
