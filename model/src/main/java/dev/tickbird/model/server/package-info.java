// SPDX-License-Identifier: Apache-2.0
/// The server itself: version, edition, settings, databases, extensions, who may connect.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.server;
