// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// One defect, and how to find it in a snapshot.
///
/// A rule is a record. Its class is named after the defect, a singular noun phrase, and the slug, the page
/// and the folder of cases follow from that name. Its components, if any, are its thresholds: a constructor
/// without parameters gives the defaults, the user's configuration gives others.
public interface Rule {

    /// What must have been observed for the rule to say anything.
    Needs needs();

    /// The defects in a snapshot from which everything that extensions own has been left out.
    Stream<Finding> examine(Snapshot snapshot);

    /// The slugs of rules that say more about a session, or about an object, than this one does. What they have found
    /// about it is told, and what this rule has found is not; a rule that does not run, or finds nothing, silences
    /// nobody. About an object a statement is preferred to advice, whoever yields.
    default Set<String> yieldsTo() {
        return Set.of();
    }

    /// `UnindexedForeignKey` is `unindexed-foreign-key`.
    default String slug() {
        return slug(getClass());
    }

    /// The family it belongs to: the last word of its package.
    default String family() {
        String room = getClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1);
    }

    /// Whether it speaks of taste and not of defects; then it is examined only where somebody asks for it.
    default boolean isOpinion() {
        return family().equals("style");
    }

    default Finding finding(
            Severity severity,
            Subject subject,
            String title,
            String detail,
            Evidence evidence,
            String impact,
            Remedy remedy) {
        return new Finding(slug(), severity, subject, Title.of(title), detail, evidence, impact, remedy);
    }

    static String slug(Class<?> rule) {
        return rule.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
