// SPDX-License-Identifier: Apache-2.0
/// Who may do more than intended: authentication, privileges, row security, definer functions.
///
/// In come policies, privileges, functions, lines of `pg_hba.conf` and the settings around them, out go findings.
/// Start at [DisabledRowSecurity] for one that only combines facts, at [UnsafeSearchPath] for one that has to read
/// what people have written.
///
/// Must stay true: where a revoke takes something from those who use it, they are granted it first; where only
/// the author of a function or policy can know what was meant, the remedy is advice.
package dev.tickbird.rules.security;
