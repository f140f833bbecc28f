// SPDX-License-Identifier: Apache-2.0
/// Who may do more than intended: privileges, memberships, definer functions.
///
/// In come roles, privileges and functions, out go findings. Start at [PublicSchemaCreate] for one that only combines
/// facts, at [UnsafeSearchPath] for one that has to read what people have written. [Rights] and [Grants] tell other
/// families who may do what.
///
/// Must stay true: where a revoke takes something from those who use it, they are granted it first; where only
/// the author of a function can know what was meant, the remedy is advice.
package dev.tickbird.rules.security;
