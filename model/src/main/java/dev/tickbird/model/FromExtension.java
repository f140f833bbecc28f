// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import org.jspecify.annotations.Nullable;

/// A fact about an object that an extension may own. Such objects are their extension's business: rules do
/// not see them.
public interface FromExtension extends Fact {

    long oid();

    /// The extension that owns the object; null for the user's own objects.
    @Nullable
    String extension();
}
