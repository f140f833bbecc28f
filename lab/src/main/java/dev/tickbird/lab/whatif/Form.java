// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.List;

/// One way to plan a query.
///
/// @param generic whether there are constants left that are not known
/// @param values what was taken for those that were not
public record Form(String name, String sql, boolean generic, List<String> values) {}
