// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One object that two snapshots disagree about.
public sealed interface Difference {

    Area area();

    /// The kind of object in PostgreSQL's words: `table`, `column`, `setting`.
    String kind();

    /// Its name, quoted where SQL needs quotes.
    String name();

    /// An object that only the second snapshot has.
    ///
    /// @param detail what it is, in one line; empty if its name says it all
    /// @param parts what came with it, such as `12 columns`
    record Added(Area area, String kind, String name, String detail, List<String> parts) implements Difference {
        public Added {
            parts = List.copyOf(parts);
        }
    }

    /// An object that only the first snapshot has.
    ///
    /// @param detail what it was, in one line; empty if its name says it all
    /// @param parts what went with it, such as `12 columns`
    record Removed(Area area, String kind, String name, String detail, List<String> parts) implements Difference {
        public Removed {
            parts = List.copyOf(parts);
        }
    }

    /// An object that both have, described differently.
    record Changed(Area area, String kind, String name, List<Change> changes) implements Difference {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /// One property of it.
    ///
    /// @param before null if it had none
    /// @param after null if it has none any more
    record Change(
            String property,
            @Nullable String before,
            @Nullable String after) {}
}
