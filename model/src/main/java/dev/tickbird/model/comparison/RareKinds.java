// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static java.util.Arrays.asList;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.schema.Aggregate;
import dev.tickbird.model.schema.Cast;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.ForeignDataWrapper;
import dev.tickbird.model.schema.ForeignServer;
import dev.tickbird.model.schema.Operator;
import dev.tickbird.model.schema.OperatorClass;
import dev.tickbird.model.schema.OperatorFamily;
import dev.tickbird.model.schema.OtherObject;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.TextSearchConfiguration;
import dev.tickbird.model.schema.TextSearchDictionary;
import dev.tickbird.model.schema.UserMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What few databases have of their own: operators, casts, collations, text search, foreign data, logical replication.
final class RareKinds {

    private static final Kind<Aggregate> AGGREGATE = Kind.of(
                    Area.SCHEMA, "aggregate definition", Aggregate.class, (it, names) -> names.key(it.oid()))
            .partOf((it, names) -> asList(names.key(it.oid())))
            .with("definition", Aggregate::definition);

    private static final Kind<Collation> COLLATION = Kind.inSchema(
                    "collation", Collation.class, Collation::qualifiedName)
            .only(it -> !it.builtIn())
            .pointedAtBy(Collation::oid)
            .with("owner", Collation::owner)
            .with("provider", Collation::provider)
            .with("deterministic", Collation::deterministic)
            .with("collate", Collation::collate)
            .with("character type", Collation::characterType)
            .with("locale", Collation::locale)
            .with("rules", Collation::rules)
            .with("version", Collation::recordedVersion);

    private static final Kind<Cast> CAST = Kind.inSchema(
                    "cast", Cast.class, it -> "(" + it.source() + " as " + it.target() + ")")
            .pointedAtBy(Cast::oid)
            .with("method", Cast::method)
            .with("function", Cast::function)
            .with("context", Cast::context);

    private static final Kind<Operator> OPERATOR = Kind.inSchema("operator", Operator.class, RareKinds::nameOf)
            .pointedAtBy(Operator::oid)
            .with("owner", Operator::owner)
            .with("definition", Operator::definition);

    private static final Kind<OperatorFamily> OPERATOR_FAMILY = Kind.inSchema(
                    "operator family", OperatorFamily.class, it -> it.qualifiedName() + " using " + it.method())
            .pointedAtBy(OperatorFamily::oid)
            .with("owner", OperatorFamily::owner)
            .with("definition", OperatorFamily::definition);

    private static final Kind<OperatorClass> OPERATOR_CLASS = Kind.inSchema(
                    "operator class", OperatorClass.class, it -> it.qualifiedName() + " using " + it.method())
            .pointedAtBy(OperatorClass::oid)
            .partOf((it, names) -> asList(names.key(it.family())))
            .with("owner", OperatorClass::owner)
            .with("definition", OperatorClass::definition);

    private static final Kind<OtherObject> OTHER = Kind.inSchema(
                    "other object", OtherObject.class, it -> it.kind() + " " + it.identity())
            .pointedAtBy(OtherObject::oid)
            .with("owner", OtherObject::owner)
            .with("definition", OtherObject::definition);

    private static final Kind<TextSearchDictionary> DICTIONARY = Kind.inSchema(
                    "text search dictionary", TextSearchDictionary.class, TextSearchDictionary::qualifiedName)
            .pointedAtBy(TextSearchDictionary::oid)
            .with("owner", TextSearchDictionary::owner)
            .with("template", TextSearchDictionary::template)
            .with("options", TextSearchDictionary::options);

    private static final Kind<TextSearchConfiguration> CONFIGURATION = Kind.inSchema(
                    "text search configuration", TextSearchConfiguration.class, TextSearchConfiguration::qualifiedName)
            .pointedAtBy(TextSearchConfiguration::oid)
            .with("owner", TextSearchConfiguration::owner)
            .with("parser", TextSearchConfiguration::parser)
            .with("mappings", TextSearchConfiguration::mappings);

    private static final Kind<ForeignDataWrapper> WRAPPER = Kind.inSchema(
                    "foreign-data wrapper", ForeignDataWrapper.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(ForeignDataWrapper::oid)
            .with("owner", ForeignDataWrapper::owner)
            .with("handler", ForeignDataWrapper::handler)
            .with("validator", ForeignDataWrapper::validator)
            .with("options", ForeignDataWrapper::options);

    private static final Kind<ForeignServer> FOREIGN_SERVER = Kind.inSchema(
                    "foreign server", ForeignServer.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(ForeignServer::oid)
            .with("wrapper", ForeignServer::wrapper)
            .with("owner", ForeignServer::owner)
            .with("type", ForeignServer::type)
            .with("version", ForeignServer::version)
            .with("options", ForeignServer::options);

    private static final Kind<UserMapping> USER_MAPPING = Kind.inSchema(
                    "user mapping",
                    UserMapping.class,
                    it -> "for " + Identifier.quoted(it.role()) + " on " + Identifier.quoted(it.server()))
            .partOf((it, names) -> asList(RelationKinds.key("foreign server", Identifier.quoted(it.server()))))
            .ifKnown("option names", it -> it.optionNames().isEmpty() ? null : it.optionNames());

    private static final Kind<Publication> PUBLICATION = Kind.inSchema(
                    "publication", Publication.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(Publication::oid)
            .with("owner", Publication::owner)
            .with("all tables", Publication::allTables)
            .with("inserts", Publication::inserts)
            .with("updates", Publication::updates)
            .with("deletes", Publication::deletes)
            .with("truncates", Publication::truncates)
            .with("via root", Publication::viaRoot)
            .ifKnown("generated columns", Publication::generatedColumns);

    /// Where all tables or a schema are published, what is published follows from the tables.
    private static final Kind<PublishedTable> PUBLISHED_TABLE = Kind.of(
                    Area.SCHEMA, "published table", PublishedTable.class, RareKinds::published)
            .needing(Table.class)
            .only(it -> it.how().equals("named") || it.how().equals("schema"))
            .partOf((it, names) -> asList(
                    RelationKinds.key("publication", Identifier.quoted(it.publication())), names.key(it.relation())))
            .with("published by", PublishedTable::how)
            .with("columns", PublishedTable::columns)
            .with("rows", PublishedTable::rowFilter);

    private static final Kind<Subscription> SUBSCRIPTION = Kind.inSchema(
                    "subscription", Subscription.class, it -> Identifier.quoted(it.name()))
            .pointedAtBy(Subscription::oid)
            .with("owner", Subscription::owner)
            .with("enabled", Subscription::enabled)
            .with("binary", Subscription::binary)
            .with("streaming", Subscription::streaming)
            .with("slot", Subscription::slot)
            .with("synchronous commit", Subscription::synchronousCommit)
            .with("publications", Subscription::publications)
            .ifKnown("two phase", Subscription::twoPhase)
            .ifKnown("disable on error", Subscription::disableOnError)
            .ifKnown("password required", Subscription::passwordRequired)
            .ifKnown("run as owner", Subscription::runAsOwner)
            .ifKnown("origin", Subscription::origin)
            .ifKnown("failover", Subscription::failover);

    /// Owners before what belongs to them.
    static final List<Kind<?>> ALL = List.of(
            AGGREGATE,
            COLLATION,
            CAST,
            OPERATOR,
            OPERATOR_FAMILY,
            OPERATOR_CLASS,
            OTHER,
            DICTIONARY,
            CONFIGURATION,
            WRAPPER,
            FOREIGN_SERVER,
            USER_MAPPING,
            PUBLICATION,
            PUBLISHED_TABLE,
            SUBSCRIPTION);

    private RareKinds() {}

    private static String nameOf(Operator operator) {
        return Identifier.quoted(operator.schema()) + '.' + operator.name() + " ("
                + (operator.left() == null ? "" : operator.left() + ", ")
                + (operator.right() == null ? "none" : operator.right()) + ')';
    }

    private static @Nullable String published(PublishedTable published, Names names) {
        @Nullable String table = names.relation(published.relation());
        return table == null ? null : table + " in " + Identifier.quoted(published.publication());
    }
}
