// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// What somebody wrote about an object.
///
/// @param oid the object's
/// @param number the column's `attnum` if it is about a column; 0 otherwise
/// @param kind the kind of object, such as `table`, `table column`, `function`
/// @param identity its name as SQL needs it
public record Comment(
        long oid,
        int number,
        String kind,
        String identity,
        String text,
        @Nullable String extension) implements FromExtension {}
