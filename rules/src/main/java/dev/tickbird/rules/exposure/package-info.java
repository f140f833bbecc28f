// SPDX-License-Identifier: Apache-2.0
/// What an API that speaks SQL for strangers, such as PostgREST, shows of the database.
///
/// In come the schemas that it serves, the roles it becomes for strangers ([dev.tickbird.rules.security.Api]) and what
/// they may do, out go findings. Start at [UnprotectedApiTable].
///
/// Must stay true: a database without such an API has none of these, and the rules are silent. What strangers may only
/// read, an API may be for.
package dev.tickbird.rules.exposure;
