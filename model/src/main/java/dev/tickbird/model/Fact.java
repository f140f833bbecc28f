// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

/// One thing that a server says about itself: a record whose components are the columns of one `.sql` file in
/// `observe`, by name (`rowSecurity` is `row_security`). A component is `@Nullable` exactly if its column may be null.
public interface Fact {}
