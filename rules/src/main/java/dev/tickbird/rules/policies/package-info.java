// SPDX-License-Identifier: Apache-2.0
/// Row security: policies that let too much through, stop nobody, or cost too much.
///
/// In come policies, the tables they guard and the privileges on them, out go findings. Start at
/// [DisabledRowSecurity]; [PolicyCondition] and [ComparedColumns] read what people have written as conditions.
///
/// Must stay true: only the author of a policy can know what was meant, so where it must be rewritten the remedy is
/// advice, unless the same rows are let through afterwards.
package dev.tickbird.rules.policies;
