// SPDX-License-Identifier: Apache-2.0
/// What keeps vacuum from its work, and what follows: bloat, wraparound.
package dev.tickbird.rules.vacuum;
