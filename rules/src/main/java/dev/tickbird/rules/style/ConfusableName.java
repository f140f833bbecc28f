// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two names that a reader takes for one, or one that nobody can type, for a letter of it only looks like another.
public record ConfusableName() implements Rule {

    private record Appearance(String place, String look) implements Comparable<Appearance> {

        @Override
        public int compareTo(Appearance other) {
            int places = place.compareTo(other.place);
            return places != 0 ? places : look.compareTo(other.look);
        }
    }

    @Override
    public Needs needs() {
        return Needs.facts(Schema.class, Table.class, View.class, Column.class, Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<NamedObject> all = NamedObject.typedBy(snapshot).toList();
        Map<Appearance, List<NamedObject>> alike = all.stream()
                .filter(named -> !named.kind().equals("function")) // a function may be called as a table is
                .collect(Collectors.groupingBy(
                        named -> new Appearance(named.place(), new Look(named.name()).look()),
                        TreeMap::new,
                        Collectors.toList()));
        Stream<Finding> twins =
                alike.values().stream().filter(names -> names.size() > 1).map(this::twins);
        Stream<Finding> disguised = all.stream()
                .filter(named -> new Look(named.name()).isDisguised())
                .map(this::disguised);
        return Stream.concat(twins, disguised);
    }

    private Finding twins(List<NamedObject> names) {
        List<String> shown = NamedObject.shown(names);
        NamedObject last = names.getLast();
        return finding(
                Severity.NOTE,
                new Subject(last.kind(), last.shown().substring(last.kind().length() + 1)),
                last.kind() + " \"" + last.name() + "\" is easily taken for \""
                        + names.getFirst().name() + '"',
                "They differ only in letters that look alike, in upper and lower case or in underscores: "
                        + String.join(", ", shown) + ".",
                Evidence.of("names", String.join(", ", shown)),
                "Who means the one will write the other some day, and the server cannot know.",
                new Remedy.Advice(
                        "Rename one of them by what makes it different, or drop it if nobody uses it.",
                        "If both hold the same, move what is in one to the other."));
    }

    private Finding disguised(NamedObject named) {
        return finding(
                Severity.NOTE,
                new Subject(named.kind(), named.shown().substring(named.kind().length() + 1), ".letters"),
                named.kind() + " \"" + named.name() + "\" has a letter that only looks Latin",
                "It is typed as " + new Look(named.name()).revealed() + ".",
                Evidence.of("letters", new Look(named.name()).revealed()),
                "Who types the name as it looks is told that it does not exist.",
                new Remedy.Advice("Rename it, with the letter that everybody takes it for; whoever has copied the name"
                        + " into the application must change it in the same moment."));
    }
}
