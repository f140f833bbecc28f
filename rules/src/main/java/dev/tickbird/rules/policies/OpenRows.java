// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.schema.Policy;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which rows a policy for writing leaves open because its condition is always true.
enum OpenRows {
    /// It asks something of each row.
    NONE,
    /// Any row may be written.
    NEW,
    /// Any row that is there may be changed or deleted.
    OLD;

    private static final Pattern ALWAYS_TRUE = Pattern.compile("true|\\((\\d+|true) = \\1\\)");

    static OpenRows of(Policy policy) {
        return switch (policy.command()) {
            case SELECT -> NONE;
            case INSERT -> isTrue(policy.check()) ? NEW : NONE;
            case DELETE -> isTrue(policy.using()) ? OLD : NONE;
            case ALL, UPDATE -> isTrue(policy.using()) ? OLD : isTrue(policy.check()) ? NEW : NONE;
        };
    }

    /// The same for those who have only some privileges: who may neither change nor delete can only put new rows in.
    OpenRows withPrivileges(Set<String> commands) {
        return this == OLD && !commands.contains("update") && !commands.contains("delete") ? NEW : this;
    }

    /// What they do with them, by these privileges.
    String verb(Set<String> commands) {
        if (this == NEW) {
            return "write";
        }
        return commands.contains("delete") ? commands.contains("update") ? "change or delete" : "delete" : "change";
    }

    private static boolean isTrue(@Nullable String condition) {
        return condition != null && ALWAYS_TRUE.matcher(condition).matches();
    }
}
