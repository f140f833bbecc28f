// SPDX-License-Identifier: Apache-2.0
/// What counts: sequences that run out, fall behind, or count what they should not.
///
/// In come sequences, the columns that they fill and the largest values there, out go findings. Start at
/// [SequenceExhaustion] and [LaggingSequence]; [SequenceRange] knows how far one may count, [CaughtUp] how one gets
/// ahead again.
///
/// Must stay true: a sequence that may start again has no end, and one may count downwards.
package dev.tickbird.rules.sequences;
