// SPDX-License-Identifier: Apache-2.0
/// Who gets in, and how: lines of `pg_hba.conf`, passwords, encryption of connections.
///
/// In come the lines that the server has read, roles and settings, out go findings. Start at [TrustAuthentication];
/// [Reach] tells from how far away a line lets people in, [Lines] whether lines before leave it anything, [Admitted]
/// whom it is for, [Strength] what it asks of them.
///
/// Must stay true: the first line that fits decides, so a line is judged with those above it. A line that nobody can
/// reach from outside the machine is not told like one that the world can.
package dev.tickbird.rules.authentication;
