// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.FAMILY;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// What the defect is, and what it costs.
public record NAME() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Stream.empty();
    }
}
