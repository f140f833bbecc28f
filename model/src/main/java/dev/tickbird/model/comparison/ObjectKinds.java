// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static java.util.Arrays.asList;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.DomainConstraint;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.server.Extension;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Schemas, extensions, types and functions: what they are called and what describes them.
final class ObjectKinds {

    private static final Kind<Schema> SCHEMA = Kind.inSchema("schema", Schema.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(Schema::oid)
            .with("owner", Schema::owner);

    private static final Kind<Extension> EXTENSION = Kind.inSchema(
                    "extension", Extension.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(Extension::oid)
            .showing((it, names) -> "version " + it.version())
            .with("version", Extension::version)
            .with("schema", Extension::schema)
            .with("owner", Extension::owner);

    private static final Kind<Language> LANGUAGE = Kind.inSchema(
                    "language", Language.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(Language::oid)
            .with("owner", Language::owner)
            .with("trusted", Language::trusted)
            .with("handler", Language::handler);

    private static final Kind<Type> TYPE = Kind.inSchema("type", Type.class, Type::qualifiedName)
            .pointedAtBy(Type::oid)
            .with("kind", Type::kind)
            .with("owner", Type::owner)
            .with("labels", Type::labels)
            .with("subtype", Type::subtype)
            .ifKnown("definition", type -> type.kind() == Type.Kind.ENUM ? "" : type.definition());

    private static final Kind<Domain> DOMAIN = Kind.inSchema("domain", Domain.class, Domain::qualifiedName)
            .pointedAtBy(Domain::oid)
            .showing((it, names) -> it.baseType())
            .with("owner", Domain::owner)
            .with("type", Domain::baseType)
            .with("not null", Domain::notNull)
            .with("default", Domain::defaultExpression)
            .with("collation", Domain::collation);

    private static final Kind<DomainConstraint> DOMAIN_CONSTRAINT = Kind.of(
                    Area.SCHEMA, "domain constraint", DomainConstraint.class, ObjectKinds::onDomain)
            .needing(Domain.class)
            .pointedAtBy(DomainConstraint::oid)
            .partOf((it, names) -> asList(names.key(it.domain())))
            .showing((it, names) -> it.definition())
            .with("definition", DomainConstraint::definition)
            .with("validated", DomainConstraint::validated);

    private static final Kind<EventTrigger> EVENT_TRIGGER = Kind.inSchema(
                    "event trigger", EventTrigger.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(EventTrigger::oid)
            .with("owner", EventTrigger::owner)
            .with("event", EventTrigger::event)
            .with("function", EventTrigger::functionName)
            .with("fires", EventTrigger::firing)
            .with("tags", EventTrigger::tags);

    /// Owners before what belongs to them.
    static final List<Kind<?>> ALL = List.of(
            SCHEMA,
            EXTENSION,
            LANGUAGE,
            TYPE,
            DOMAIN,
            DOMAIN_CONSTRAINT,
            functions("function", Function.Kind.FUNCTION, Function.Kind.WINDOW),
            functions("procedure", Function.Kind.PROCEDURE),
            functions("aggregate", Function.Kind.AGGREGATE),
            EVENT_TRIGGER);

    private ObjectKinds() {}

    private static Kind<Function> functions(String word, Function.Kind... kinds) {
        return Kind.inSchema(word, Function.class, Function::signature)
                .only(function -> Set.of(kinds).contains(function.kind()))
                .pointedAtBy(Function::oid)
                .with("arguments", Function::argumentsWithDefaults)
                .with("returns", it -> it.returnsSet() ? "setof " + it.returnType() : it.returnType())
                .with("language", Function::language)
                .with("owner", Function::owner)
                .with("volatility", Function::volatility)
                .with("parallel", Function::parallel)
                .with("strict", Function::strict)
                .with("leakproof", Function::leakproof)
                .with("security definer", Function::securityDefiner)
                .with("settings", Function::settings)
                .with("cost", Function::cost)
                .with("rows", Function::rows)
                .ifKnown("body", ObjectKinds::body);
    }

    /// What it does: its source or, where that is written as SQL-standard body, the definition that shows it.
    private static @Nullable String body(Function function) {
        return function.source().isEmpty() && function.kind() != Function.Kind.AGGREGATE
                ? function.definition()
                : function.source();
    }

    private static @Nullable String onDomain(DomainConstraint constraint, Names names) {
        @Nullable String domain = names.key(constraint.domain());
        return domain == null ? null : Identifier.quoted(constraint.name()) + " on " + domain;
    }
}
