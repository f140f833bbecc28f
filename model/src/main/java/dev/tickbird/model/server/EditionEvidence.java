// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;

/// Something that betrays who runs the server: a role, setting, function, schema, extension or database that only one
/// service or operator has. `Edition` judges.
///
/// @param kind `role`, `setting`, `function`, `schema`, `extension`, `database` or `path`
/// @param name for settings, their prefix with its dot: `rds.`
/// @param value for a path, the path; empty otherwise
public record EditionEvidence(String kind, String name, String value) implements Fact {}
