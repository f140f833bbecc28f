// SPDX-License-Identifier: Apache-2.0
/// What to do first when a server is in trouble, and what by no means.
///
/// In comes a snapshot, and where there are any further looks at its sessions; out goes one diagnosis an emergency:
/// what was seen, the first safe step, the next ones, and what not to do. Start at [Emergency], the list of them;
/// each [Playbook] reads facts, has rules examine them with the thresholds of an emergency, and looks for itself.
///
/// Must stay true: the first step of a playbook destroys nothing that is still needed, and says how it is taken back.
/// What was not seen is no reason for calm: a playbook that finds nothing says where else to look.
package dev.tickbird.rules.playbooks;
