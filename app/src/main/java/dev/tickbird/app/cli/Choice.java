// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// One of a few words, as users type them: in lower case or not.
record Choice<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

    @Override
    public E convert(String text) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                        + String.join(", ", words)
                        + Suggestion.nearest(text, words)
                                .map(word -> "; did you mean \"" + word + "\"?")
                                .orElse("")));
    }
}
