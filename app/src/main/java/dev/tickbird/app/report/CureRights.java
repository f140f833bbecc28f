// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import java.util.List;
import java.util.Optional;

/// Who may carry out cures: the role that examines mostly may not. A report for people says it once.
public final class CureRights {

    private CureRights() {}

    /// As a clause; empty if no cure is SQL.
    public static Optional<String> words(List<Finding> findings) {
        boolean any = findings.stream().anyMatch(finding -> !(finding.remedy() instanceof Remedy.Advice));
        return any
                ? Optional.of(
                        "a superuser may run every one; the owner of an object, those that change only that object")
                : Optional.empty();
    }
}
