// SPDX-License-Identifier: Apache-2.0
/// How much memory the server may take, and how much it needs.
///
/// In come settings and what the server has counted, out go findings. Start at [CrampedSharedBuffers]; which pages
/// sessions asked for is [PageTraffic].
///
/// Must stay true: a setting is no defect because a formula says otherwise; something the server has counted must ask
/// for another value.
package dev.tickbird.rules.memory;
