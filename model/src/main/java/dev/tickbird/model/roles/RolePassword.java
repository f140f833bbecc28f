// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.roles;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// How the password of a role that may log in is stored. Neither it nor its hash leaves the server.
///
/// @param method `md5`, `scram-sha-256` or `other`
/// @param equalsName whether the password is the role's name; null where that was not tried
public record RolePassword(
        long oid, String role, String method, @Nullable Boolean equalsName) implements Fact {}
