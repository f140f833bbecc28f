// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.comparison.Property.Reading;
import dev.tickbird.model.server.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A kind of object: which facts are such objects, what they are called, and what describes them.
///
/// @param word what PostgreSQL calls it
/// @param name what identifies an object beside its kind; null for one whose relation was not seen
/// @param chosen which records of the fact are such objects
/// @param oid by which other facts point to it; null if none do
/// @param owners the keys of the objects it belongs to: where one of those comes or goes, it comes or goes along
/// @param follows whether a change of an owner is its change, too, and not told twice
/// @param shown what tells about it in one line where it comes or goes
/// @param needs the facts that must have been seen beside its own
record Kind<F extends Fact>(
        Area area,
        String word,
        Class<F> fact,
        Reading<F> name,
        Predicate<F> chosen,
        @Nullable ToLongFunction<F> oid,
        Owners<F> owners,
        boolean follows,
        Reading<F> shown,
        List<Class<? extends Fact>> needs,
        List<Property<F>> properties) {

    /// The keys of those an object belongs to, nearest first. A key may be null: an owner that was not seen.
    @FunctionalInterface
    interface Owners<F> {
        List<@Nullable String> of(F fact, Names names);
    }

    static <F extends Fact> Kind<F> of(Area area, String word, Class<F> fact, Reading<F> name) {
        return new Kind<>(
                area,
                word,
                fact,
                name,
                it -> true,
                null,
                (it, names) -> List.of(),
                false,
                (it, names) -> null,
                List.of(),
                List.of());
    }

    static <F extends Fact> Kind<F> inSchema(String word, Class<F> fact, Function<F, Object> name) {
        return of(Area.SCHEMA, word, fact, (it, names) -> name.apply(it));
    }

    Kind<F> only(Predicate<F> choice) {
        return new Kind<>(area, word, fact, name, choice, oid, owners, follows, shown, needs, properties);
    }

    Kind<F> pointedAtBy(ToLongFunction<F> number) {
        return new Kind<>(area, word, fact, name, chosen, number, owners, follows, shown, needs, properties);
    }

    Kind<F> partOf(Owners<F> keys) {
        return new Kind<>(area, word, fact, name, chosen, oid, keys, follows, shown, needs, properties);
    }

    Kind<F> following() {
        return new Kind<>(area, word, fact, name, chosen, oid, owners, true, shown, needs, properties);
    }

    Kind<F> showing(Reading<F> detail) {
        return new Kind<>(area, word, fact, name, chosen, oid, owners, follows, detail, needs, properties);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final Kind<F> needing(Class<? extends Fact>... facts) {
        return new Kind<>(area, word, fact, name, chosen, oid, owners, follows, shown, List.of(facts), properties);
    }

    /// A property that is null if the object has none.
    Kind<F> with(String property, Function<F, @Nullable Object> reading) {
        return with(new Property<>(property, false, (it, names) -> reading.apply(it)));
    }

    /// A property that is null if it was not seen, or if the server is too old to have it.
    Kind<F> ifKnown(String property, Function<F, @Nullable Object> reading) {
        return ifKnown(property, (it, names) -> reading.apply(it));
    }

    /// The same for a property that other facts hold.
    Kind<F> ifKnown(String property, Reading<F> reading) {
        return with(new Property<>(property, true, reading));
    }

    private Kind<F> with(Property<F> property) {
        List<Property<F>> more = new ArrayList<>(properties);
        more.add(property);
        return new Kind<>(area, word, fact, name, chosen, oid, owners, follows, shown, needs, List.copyOf(more));
    }

    /// Whether a role may not be shown some of them at all, rather than a part of each.
    boolean mayHide() {
        return fact.equals(Setting.class);
    }

    /// What an object is known by throughout its snapshot; null if its relation was not seen.
    @Nullable
    String key(F object, Names names) {
        @Nullable Object called = name.of(object, names);
        return called == null ? null : key(word, called);
    }

    static String key(String word, Object name) {
        return word + ' ' + name;
    }
}
