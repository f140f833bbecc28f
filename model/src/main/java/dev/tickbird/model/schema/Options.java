// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import java.util.List;
import java.util.Optional;

/// How the catalogs write storage parameters: `fillfactor=70`.
final class Options {

    private Options() {}

    static Optional<String> value(List<String> options, String parameter) {
        String prefix = parameter + '=';
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findFirst();
    }
}
