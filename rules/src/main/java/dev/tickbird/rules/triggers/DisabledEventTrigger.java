// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.triggers;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// An event trigger that is disabled: what it was to forbid or to record, it does not.
public record DisabledEventTrigger() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(EventTrigger.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(EventTrigger.class).stream()
                .filter(trigger -> trigger.firing() == Firing.DISABLED)
                .map(this::finding);
    }

    private Finding finding(EventTrigger trigger) {
        String tags = trigger.tags().isEmpty() ? "every command" : String.join(", ", trigger.tags());
        return finding(
                Severity.WARNING,
                new Subject("event trigger", trigger.name()),
                "event trigger \"" + trigger.name() + "\" is disabled",
                "It would call " + trigger.functionName() + " at " + trigger.event() + " of " + tags + ".",
                Evidence.of("event", trigger.event()).and("function", trigger.functionName()),
                "Changes of the schema that it was to forbid, to record or to complete pass unseen.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("alter event trigger %I enable", trigger.name()))),
                        List.of(Step.inTransaction(Sql.format("alter event trigger %I disable", trigger.name()))),
                        Impact.NONE,
                        null));
    }
}
