// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A difference before it is decided whether it is told by itself.
///
/// @param key of the object
/// @param owners the keys of the objects it belongs to, nearest first
/// @param follows whether a change of an owner is its change, too
record Draft(String key, List<@Nullable String> owners, boolean follows, Difference difference) {}
