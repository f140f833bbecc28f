// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.TickbirdException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What is wrong with a target's description: collected, so that one look shows all of it.
final class Problems {

    private final SequencedSet<String> messages = new LinkedHashSet<>();
    private final SequencedSet<String> hints = new LinkedHashSet<>();

    void add(String message) {
        messages.add(message);
    }

    void add(String message, String hint) {
        messages.add(message);
        hints.add(hint);
    }

    void add(String message, Optional<String> hint) {
        messages.add(message);
        hint.ifPresent(hints::add);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    void throwIfAny() {
        if (!messages.isEmpty()) {
            List<String> sentences = new ArrayList<>(hints);
            @Nullable String hint = sentences.isEmpty() ? null : String.join(" ", sentences);
            throw TickbirdException.usage(String.join("; ", messages), hint);
        }
    }
}
