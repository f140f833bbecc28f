// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// A snapshot becomes findings: the engine, the catalogue and one class a rule. Pure; sees only the model.
@NullMarked
module dev.tickbird.rules {
    requires transitive dev.tickbird.model;
    requires static org.jspecify;

    exports dev.tickbird.rules;
    exports dev.tickbird.rules.playbooks;
    exports dev.tickbird.rules.scorecard;
}
