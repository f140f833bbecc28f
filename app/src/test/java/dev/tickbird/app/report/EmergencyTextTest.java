// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.rules.playbooks.Diagnosis;
import dev.tickbird.rules.playbooks.Emergency;
import dev.tickbird.rules.playbooks.Measure;
import dev.tickbird.rules.playbooks.Sign;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyTextTest {

    private static final Sql LOCK_OUT = Sql.format("alter role %I nologin", "o'br\u202eien\n");

    @ParameterizedTest
    @ValueSource(ints = {80, 160})
    void wrapsProseAndLeavesCodeWhole(int width) throws IOException {
        String text = written(new Terminal(width, false, true));
        assertThat(text.lines().filter(line -> !line.startsWith("    alter role")))
                .allMatch(line -> line.length() <= Math.min(width, 120));
        assertThat(text.lines().filter(line -> line.startsWith("    alter role")))
                .containsExactly(
                        "    alter role U&\"o'br\\202Eien\\000A\" nologin;", "    alter role \"o'brien\" login;");
    }

    @Test
    void paintsAlarmsRed() throws IOException {
        assertThat(written(new Terminal(80, true, true)))
                .contains(Ink.RED.on("ALARM", new Terminal(80, true, true)))
                .contains(Ink.GREEN.on("FIRST", new Terminal(80, true, true)))
                .contains(Ink.RED.on("NEVER", new Terminal(80, true, true)));
        assertThat(written(Terminal.PLAIN)).doesNotContain("\u001b");
    }

    private static String written(Terminal terminal) throws IOException {
        Sign sign = new Sign(
                Sign.Weight.ALARM,
                "session 4711 has the server run a program on its host",
                "Role \u001b[2Japp, from 203.0.113.9: " + "copy t from program 'curl' ".repeat(8),
                List.of("4711 app/psql", "  <- 4720, 40 seconds"),
                Evidence.of("pid", 4711));
        Measure measure = new Measure(
                "If nobody vouches for the role, lock it out, and end its sessions. "
                        .repeat(3)
                        .strip(),
                List.of(LOCK_OUT),
                List.of(),
                "It cannot log in any more.",
                "",
                List.of(Sql.format("alter role %I login", "o'brien")));
        Diagnosis diagnosis = new Diagnosis(Emergency.INTRUSION, List.of(sign), List.of("3 roles"), List.of(measure));
        StringBuilder out = new StringBuilder();
        EmergencyText.write(
                new EmergencyReport("0.1.0", "db.example:5432/shop", Optional.empty(), List.of(diagnosis)),
                terminal,
                out);
        return out.toString();
    }
}
