// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.TickbirdException;
import java.util.Collection;
import java.util.List;

/// A query has ended the server. What that says afterwards is not to be trusted: it knows only what it had on disk.
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> suspects;

    /// @param suspects names of what was being planned, of which one has ended the server
    Crash(Collection<String> suspects) {
        super("the server ended while it planned " + (suspects.size() == 1 ? "" : "one of ")
                + String.join(", ", suspects));
        this.suspects = List.copyOf(suspects);
    }

    /// Whether it is known which query it was.
    boolean isCertain() {
        return suspects.size() == 1;
    }

    /// Whether the query may be what has ended the server.
    boolean suspects(Query query) {
        return suspects.stream().anyMatch(name -> name.equals(query.name()) || name.startsWith(query.name() + " ("));
    }

    TickbirdException failure() {
        return TickbirdException.target(
                String.valueOf(getMessage()), "Ask without " + (isCertain() ? "it" : "them") + ".", this);
    }
}
