// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.roles;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A role's membership in another.
///
/// @param role the role that is a group
/// @param member the role that belongs to it
/// @param grantor null if it does not exist any more
/// @param admin whether the member may grant the membership to others
/// @param inherits whether the member has the role's rights without asking; before PostgreSQL 16 the
/// member's own property
/// @param sets whether the member may become the role; always so before PostgreSQL 16
public record Membership(
        String role, String member, @Nullable String grantor, boolean admin, boolean inherits, boolean sets)
        implements Fact {}
