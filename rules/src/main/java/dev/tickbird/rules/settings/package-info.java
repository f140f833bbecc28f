// SPDX-License-Identifier: Apache-2.0
/// What is wrong with the server's settings and the files they come from.
///
/// In come settings and the lines of `postgresql.conf` and `pg_hba.conf`, out go findings. Start at
/// [DisabledDurability]; [NewValue] prescribes another value, for rules of other families too.
///
/// Must stay true: a database, a role or a session may have a value of its own over the server's, and that is
/// not the server's defect. `alter system` is prescribed only where it would count: what the command line sets
/// no file can overrule, so the remedy is advice.
package dev.tickbird.rules.settings;
