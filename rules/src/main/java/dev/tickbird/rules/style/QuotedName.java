// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that SQL takes only in quotes, for they hold capital letters or signs, or are reserved words.
public record QuotedName() implements Rule {

    /// Letters beyond ASCII the server takes as they are.
    private static final Pattern PLAIN = Pattern.compile("[a-z_[^\\p{ASCII}]][a-z0-9_$[^\\p{ASCII}]]*");

    /// Key words that name a table or column all the same, though no function.
    private static final Set<String> FREE = Set.of("""
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout
            int integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif
            numeric out overlay position precision real row setof smallint substring time timestamp treat trim values
            varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable
            """.strip().split("\\s+"));

    @Override
    public Needs needs() {
        return Needs.facts(Schema.class, Table.class, View.class, Column.class, Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<NamedObject>> bySchema = NamedObject.typedBy(snapshot)
                .collect(Collectors.groupingBy(NamedObject::schema, TreeMap::new, Collectors.toList()));
        return bySchema.entrySet().stream().flatMap(schema -> finding(schema.getKey(), schema.getValue()).stream());
    }

    private static boolean needsQuotes(NamedObject named) {
        String name = named.name();
        if (!PLAIN.matcher(name).matches()) {
            return true;
        }
        boolean ascii = name.chars().allMatch(letter -> letter < 128 && letter != '$'); // others are quoted for caution
        boolean keyWord = ascii && !Identifier.quoted(name).equals(name);
        return keyWord && (named.kind().equals("function") || !FREE.contains(name));
    }

    private List<Finding> finding(String schema, List<NamedObject> names) {
        List<NamedObject> quoted =
                names.stream().filter(QuotedName::needsQuotes).toList();
        if (quoted.isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                Severity.NOTE,
                new Subject("schema", Identifier.quoted(schema)),
                "names in schema \"" + schema + "\" must be written in quotes",
                Words.count(quoted.size()) + " of the " + Words.count(names.size(), "name")
                        + " of the schema, its tables, columns and functions: "
                        + Words.some(NamedObject.shown(quoted), 5) + ".",
                Evidence.of("names", quoted.size()),
                "Who types one without quotes is told that it does not exist, or that there is a syntax error; every"
                        + " tool and script must know.",
                new Remedy.Advice(
                        "Keep to lower case, digits and underscores for what is new, in the settings of the object"
                                + " mapper too.",
                        "Rename what nobody uses yet, such as by \"alter table … rename column … to …\"; the"
                                + " application's statements must change in the same moment.")));
    }
}
