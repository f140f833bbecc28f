// SPDX-License-Identifier: Apache-2.0
/// What is wrong with installed extensions.
///
/// In come the extensions of the database and the versions that the server has files for, out go findings with
/// `alter extension` as the cure. Start at [OutdatedExtension].
///
/// Must stay true: versions are names, not numbers; only the server knows which one leads to which. What is
/// inside an extension is its author's business: [dev.tickbird.rules.Examiner] takes it from the snapshot before
/// any rule sees it.
package dev.tickbird.rules.extensions;
