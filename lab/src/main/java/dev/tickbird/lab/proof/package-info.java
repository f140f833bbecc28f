// SPDX-License-Identifier: Apache-2.0
/// Proves remedies on a stage: the sickness is found there, the cure makes it vanish, the rollback restores everything.
///
/// In: findings, a [dev.tickbird.lab.rehearsal.Stage], and a doctor, told as a function, so that the lab knows no
/// rule. Out: the findings with what was tried of their remedies, and the remedies that were refuted. Start at
/// [Prover]; [Judge] judges what came of a rehearsal, [Foresight] what changes of indexes do to known statements.
///
/// Must stay true: what could not be tried says why; a remedy is refuted only by what it did itself.
package dev.tickbird.lab.proof;
