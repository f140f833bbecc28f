// SPDX-License-Identifier: Apache-2.0
/// What an API that speaks SQL for strangers, such as PostgREST, shows of the database.
///
/// In come the schemas that it serves, the roles it takes on and what they may do, out go findings.
///
/// Must stay true: a database without such an API has none of these, and the rules are silent.
package dev.tickbird.rules.exposure;
