// SPDX-License-Identifier: Apache-2.0
/// What is wrong with functions as such: what they declare against what their bodies do, overloads, statements that are
/// put together.
///
/// In come functions, their bodies and where they are used, out go findings. `BodyText` takes a body apart into words;
/// there is no grammar behind it.
///
/// Start at [ForbiddenWrite].
///
/// Must stay true: a body is read for what can be told from its words with certainty; in doubt nothing is said. What
/// stands in a literal is not looked at.
package dev.tickbird.rules.functions;
