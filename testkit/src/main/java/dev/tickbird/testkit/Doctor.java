// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import java.util.List;
import java.util.Set;

/// Whoever is tested in the ward: asks for facts, answers with findings.
public interface Doctor {

    Set<Class<? extends Fact>> needs();

    /// @throws AssertionError if it could not examine at all: in the ward a failure too, unless the case expects it
    List<Finding> examine(Snapshot snapshot);
}
