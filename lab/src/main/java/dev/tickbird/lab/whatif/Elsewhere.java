// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the relation is that PostgreSQL did not find.
final class Elsewhere {

    private static final Pattern MISSING = Pattern.compile("relation \"(.+)\" does not exist");

    private final Set<QualifiedName> all = new TreeSet<>();

    private final List<TwinGap> gaps;

    /// @param gaps what the twin lacks that PostgreSQL looked on
    Elsewhere(Snapshot snapshot, List<TwinGap> gaps) {
        this.gaps = gaps;
        snapshot.all(Table.class).forEach(table -> all.add(table.qualifiedName()));
        if (snapshot.observed().contains(View.class)) {
            snapshot.all(View.class).forEach(view -> all.add(new QualifiedName(view.schema(), view.name())));
        }
    }

    /// What the user may mean by the name that is missing, as a sentence; empty if nothing is missing, or nothing near.
    ///
    /// @param refusal in PostgreSQL's words
    Optional<String> hint(String refusal) {
        Matcher missing = MISSING.matcher(refusal);
        return missing.find() ? hintFor(missing.group(1)) : Optional.empty();
    }

    private Optional<String> hintFor(String name) {
        Set<QualifiedName> there =
                all.stream().filter(each -> each.name().equals(name)).collect(Collectors.toCollection(TreeSet::new));
        if (all.stream().anyMatch(each -> each.toString().equals(name))) {
            return Optional.empty(); // a change has taken it away
        }
        if (there.isEmpty()) {
            return Suggestion.sentence(
                    name,
                    all.stream().map(each -> each.schema() + '.' + each.name()).toList());
        }
        Optional<TwinGap> unbuilt = gaps.stream()
                .filter(gap -> there.stream().anyMatch(each -> gap.subject().endsWith(' ' + each.toString())))
                .findFirst();
        if (unbuilt.isPresent()) {
            return Optional.of("The twin lacks " + unbuilt.get() + '.');
        }
        String schema = Identifier.quoted(there.iterator().next().schema());
        String option = LookupPath.SETTING + "=" + schema;
        return Optional.of(there.stream().map(QualifiedName::toString).collect(Collectors.joining(" and "))
                + (there.size() == 1 ? " exists" : " exist") + ": write it so, or look there with --set "
                + (schema.startsWith("\"") ? "'" + option + "'" : option) + ".");
    }
}
