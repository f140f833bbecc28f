// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

/// Which of the source's faces a twin shows.
public enum Face {
    /// The schema alone, in files as short as they can be: to rehearse statements on.
    THIN,

    /// With the source's statistics and in files as long as its own, without a row in them: to plan on.
    GHOST
}
