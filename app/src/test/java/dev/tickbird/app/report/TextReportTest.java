// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

    private static final Terminal COLOURED = new Terminal(80, true, true);

    @ParameterizedTest
    @ValueSource(ints = {80, 160})
    void tellsEverything(int width) throws IOException {
        Approved.compare("full-" + width + ".txt", rendered(Reports.full(), new Terminal(width, false, true)));
    }

    @Test
    void saysWhatWasExaminedWhereNothingWasFound() throws IOException {
        Approved.compare("clean.txt", rendered(Reports.clean(), Terminal.PLAIN));
    }

    @Test
    void givesTheCureOfWhateverIsCritical() throws IOException {
        String text = rendered(Reports.critical(), Terminal.PLAIN);
        Approved.compare("critical.txt", text);
        assertThat(text.lines().filter(line -> line.contains("create index concurrently")))
                .hasSize(5);
    }

    @Test
    void givesAdviceThatIsTheSameOnce() throws IOException {
        assertThat(rendered(Reports.alike(), Terminal.PLAIN).replaceAll("\\s+", " "))
                .containsOnlyOnce("Add a column that counts: alter table public.orders")
                .doesNotContain("alter table public.events", "alter table public.carts")
                .contains("as for table public.orders above, with the names of this one");
    }

    @Test
    void staysReadableWithTenThousandFindings() throws IOException {
        String text = rendered(Reports.many(), Terminal.PLAIN);
        Approved.compare("many.txt", text);
        assertThat(text.lines()).hasSizeLessThan(120);
    }

    @Test
    void namesThePlaceWhereAServiceChangesSettings() throws IOException {
        Approved.compare("managed.txt", rendered(Reports.managed(), Terminal.PLAIN));
    }

    @Test
    void coloursOnlyWhenTold() throws IOException {
        assertThat(rendered(Reports.full(), Terminal.PLAIN)).doesNotContain("\u001b");
        String coloured = rendered(Reports.full(), COLOURED);
        assertThat(coloured).contains("\u001b[1;31mCRITICAL\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
                .isEqualTo(rendered(Reports.full(), Terminal.PLAIN));
    }

    @Test
    void drawsWithAsciiWhereTheScreenKnowsNoMore() throws IOException {
        String text = rendered(Reports.many(), new Terminal(80, false, false));
        assertThat(text).matches("[\\x20-\\x7e\\n]+");
    }

    @Test
    void neverBreaksWhatSomebodyPastes() throws IOException {
        assertThat(rendered(Reports.full(), new Terminal(40, false, true)))
                .contains("\n    create index concurrently orders_customer_id_idx on public.orders (customer_id);\n")
                .contains("\n  identity   unindexed-foreign-key:public.orders(customer_id)\n");
    }

    @Test
    void keepsOrdinaryTextWithinTheWidth() throws IOException {
        String wide = rendered(Reports.many(), new Terminal(60, false, true));
        assertThat(wide.lines().filter(line -> !line.matches("    (create|drop|select) .*|  identity .*")))
                .allMatch(line -> line.length() <= 60);
    }

    private static String rendered(Report report, Terminal terminal) throws IOException {
        return Approved.rendered(new TextReport(terminal), report);
    }
}
