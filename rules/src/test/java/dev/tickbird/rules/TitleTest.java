// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            table "public.orders" has no key             | table "public.orders" has no key
            table ""Box"."Note"" has no key              | table "Box"."Note" has no key
            table "box."Note"" has no key                | table box."Note" has no key
            table ""Box".note" has no key                | table "Box".note has no key
            index "a."B"" is covered by "a."C""          | index a."B" is covered by a."C"
            index ""x ""y\"""."z; --"" is as "a.b"     | index "x ""y\"""."z; --" is as "a.b"
            function ""Box".paint(IN c text)" is unsafe  | function "Box".paint(IN c text) is unsafe
            policy "All in" of table ""Box"."Note"" lets | policy "All in" of table "Box"."Note" lets
            setting "fsync" is off                       | setting "fsync" is off
            """)
    void quotesNoNameTwice(String text, String title) {
        assertThat(Title.of(text)).isEqualTo(title);
    }
}
