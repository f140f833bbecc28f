// SPDX-License-Identifier: Apache-2.0
/// What the user has written in `tickbird.toml`: which rules, with which thresholds, and which findings are accepted.
///
/// Start at {@link dev.tickbird.app.config.Configuration}.
///
/// Must stay true: whatever is wrong in the file is reported at once, all of it, each with the key it stands at.
package dev.tickbird.app.config;
