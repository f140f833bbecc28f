// SPDX-License-Identifier: Apache-2.0
/// The server itself: version, edition, settings, databases, extensions, who may connect.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`. Start at `Server`.
///
/// Must stay true: which edition it is, a managed one or your own, is concluded from `EditionEvidence` alone, in
/// `Edition`; secrets in settings are masked before they come here.
package dev.tickbird.model.server;
