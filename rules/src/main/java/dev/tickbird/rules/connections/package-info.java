// SPDX-License-Identifier: Apache-2.0
/// What is wrong with sessions: too many, too short, idle while they hold something, without a time limit.
///
/// In come sessions, roles, databases and their settings, out go findings. Start at [IdleInTransaction] for what
/// goes on right now, at [MissingTimeout] for what a role would get if it connected. [EndOfSession] and
/// [EndOfPreparedTransaction] prescribe how to end what somebody does, for the families `locks` and `vacuum` too.
///
/// Must stay true: what runs is cancelled, and only what runs nothing is terminated. A session is known again by
/// its role and application, never by its process number, which would not last.
package dev.tickbird.rules.connections;
