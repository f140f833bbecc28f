// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Finding;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void tellsEverything() throws IOException {
        Approved.compare("full.json", Approved.rendered(new JsonReport(), Reports.full()));
    }

    @Test
    void saysWhatWasExaminedWhereNothingWasFound() throws IOException {
        Approved.compare("clean.json", Approved.rendered(new JsonReport(), Reports.clean()));
    }

    @Test
    void givesEveryCharacterBack() throws IOException {
        JsonNode json = read(Reports.full());
        assertThat(json.at("/findings/2/evidence/name").asString()).isEqualTo(Reports.HOSTILE);
        for (int i = 0; i < json.get("findings").size(); i++) {
            Finding finding = Reports.full().examination().findings().get(i);
            JsonNode read = json.get("findings").get(i);
            assertThat(read.get("title").asString()).isEqualTo(finding.title());
            assertThat(read.get("detail").asString()).isEqualTo(finding.detail());
            assertThat(read.get("identity").asString()).isEqualTo(finding.identity());
        }
    }

    @Test
    void isHarmlessInATerminalAndInAPage() throws IOException {
        assertThat(Approved.rendered(new JsonReport(), Reports.full()))
                .doesNotContain("\u001b", "\u202e", "<", "\u007f");
    }

    @Test
    void tellsHowASettingIsChangedOnAnEdition() throws IOException {
        JsonNode own = read(Reports.full()).at("/findings/7/remedy");
        assertThat(own.at("/steps/0/sql").asString()).isEqualTo("alter system set max_wal_size = '8GB'");
        assertThat(own.get("instruction").asString()).isEmpty();
        JsonNode managed = read(Reports.managed()).at("/findings/0/remedy");
        assertThat(managed.get("steps")).isEmpty();
        assertThat(managed.get("instruction").asString()).contains("parameter group");
    }

    @Test
    void holdsEveryFindingHoweverMany() throws IOException {
        assertThat(read(Reports.many()).get("findings")).hasSize(10_000);
    }

    private static JsonNode read(Report report) throws IOException {
        return MAPPER.readTree(Approved.rendered(new JsonReport(), report));
    }
}
