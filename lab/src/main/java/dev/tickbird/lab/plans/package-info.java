// SPDX-License-Identifier: Apache-2.0
/// Plans as values: what `explain (format json)` said becomes a [PlanTree], and two of them a
/// [PlanDifference], which says whether the planner chose the same and how far apart its costs are.
///
/// Both plans must have been asked for with the same search path, for `explain` names what it does not need to qualify.
///
/// Must stay true: nothing here runs SQL, and whatever `explain` says of a node besides its numbers is compared.
package dev.tickbird.lab.plans;
