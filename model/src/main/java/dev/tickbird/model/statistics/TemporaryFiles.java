// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;

/// The files into which a process spills now what does not fit into `work_mem`. Those that parallel workers share are
/// not among them.
///
/// @param pid the process; it may have gone, and left them until the next start
public record TemporaryFiles(int pid, long files, long bytes) implements Fact {}
