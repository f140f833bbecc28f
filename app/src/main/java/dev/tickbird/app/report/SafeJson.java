// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// How JSON is written here: streamed, indented, and harmless wherever it ends up. Characters that a terminal obeys or
/// nobody sees, and the `<` that would end a script in a web page, are escaped; a reader of JSON gets them back.
final class SafeJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new Escapes()).build();

    private SafeJson() {}

    static void write(Appendable out, Consumer<JsonGenerator> content) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), new AppendableWriter(out))) {
            content.accept(json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {

        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(LINES)
                    .withObjectIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            codes[0x7F] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            boolean shown = Character.isSurrogate((char) unit) || !Printable.isHidden(unit);
            return shown ? null : new SerializedString(String.format(Locale.ROOT, "\\u%04X", unit));
        }
    }
}
