// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.Suggestion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connection parameters that hold, gathered in libpq's order of precedence: what is put first stays.
final class Parameters {

    /// A value and where it stood.
    private record Given(String value, String source) {

        /// Never the value: it may be a password.
        @Override
        public String toString() {
            return source;
        }
    }

    private final Map<Parameter, Given> given = new EnumMap<>(Parameter.class);

    /// What the text of a target says; then its service; then the environment.
    static Parameters gather(Map<Parameter, String> text, Environment environment, Problems problems) {
        Parameters parameters = new Parameters();
        text.forEach((parameter, value) -> parameters.put(parameter, value, "the connection string", problems));
        parameters.service(environment, problems);
        for (Parameter parameter : Parameter.values()) {
            parameter
                    .variable()
                    .ifPresent(name -> environment
                            .variable(name)
                            .ifPresent(value -> parameters.put(parameter, value, name, problems)));
        }
        return parameters;
    }

    private void service(Environment environment, Problems problems) {
        Optional<String> name = get(Parameter.SERVICE).or(() -> environment.variable("PGSERVICE"));
        if (name.isPresent()) {
            ServiceFile file = new ServiceFile(environment, get(Parameter.SERVICEFILE));
            file.read(name.get(), problems)
                    .forEach((parameter, value) -> put(parameter, value, "service \"" + name.get() + '"', problems));
        }
    }

    private void put(Parameter parameter, String value, String source, Problems problems) {
        if (given.containsKey(parameter) || value.isEmpty()) {
            return;
        }
        given.put(parameter, new Given(value, source));
        if (parameter.use() == Parameter.Use.WITHOUT_EFFECT) {
            return;
        }
        List<String> accepted = parameter.accepted();
        if (parameter.use() == Parameter.Use.UNSUPPORTED && !accepted.contains(value)) {
            problems.add(
                    "connection parameter \"" + parameter.word() + "\" in " + source + " is not supported",
                    "Leave out " + parameter.word() + "; without it the connection would not be what was asked for.");
        } else if (!accepted.isEmpty() && !accepted.contains(value)) {
            problems.add(
                    "invalid value \"" + value + "\" of connection parameter \"" + parameter.word() + "\" in " + source,
                    Suggestion.sentence(value, accepted).orElse("It is one of " + String.join(", ", accepted) + '.'));
        }
    }

    Optional<String> get(Parameter parameter) {
        return Optional.ofNullable(given.get(parameter)).map(Given::value);
    }

    String get(Parameter parameter, String otherwise) {
        return get(parameter).orElse(otherwise);
    }

    /// Where a value came from, for messages.
    String source(Parameter parameter) {
        @Nullable Given found = given.get(parameter);
        return found == null ? "the defaults" : found.source();
    }

    /// Names and sources, never values.
    @Override
    public String toString() {
        return given.toString();
    }
}
