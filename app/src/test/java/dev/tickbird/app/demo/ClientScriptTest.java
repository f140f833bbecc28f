// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientScriptTest {

    @Test
    void putsNumbersInPlaceOfVariables() {
        String script = """
                \\set tenant random(7, 7)
                select * from booking where tenant_id = :tenant and id > :tenant;
                """;

        assertThat(ClientScript.of(script).round().strip())
                .isEqualTo("select * from booking where tenant_id = 7 and id > 7;");
    }

    @Test
    void leavesCastsAndUnknownNamesAlone() {
        assertThat(ClientScript.of("select now()::date, ':hour'").round()).isEqualTo("select now()::date, ':hour'");
    }
}
