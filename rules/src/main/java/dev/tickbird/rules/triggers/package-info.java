// SPDX-License-Identifier: Apache-2.0
/// What happens behind a statement: triggers and rules.
///
/// In come triggers, their functions and rewrite rules, out go findings. Start at [DisabledTrigger].
///
/// Must stay true: what a constraint needs is not a trigger of anybody's; it is told with the constraint.
package dev.tickbird.rules.triggers;
