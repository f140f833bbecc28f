// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SslSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a test server cannot have: sessions that come over the network.
class UnencryptedConnectionTest {

    private static final SslSession PLAIN_FROM_OUTSIDE = session("teller", "203.0.113.7", false, false);
    private static final SslSession PLAIN_FROM_INSIDE = session("teller", "10.1.2.3", false, false);

    @Test
    void warnsOfASessionFromTheInternet() {
        assertThat(findings(List.of(PLAIN_FROM_OUTSIDE, PLAIN_FROM_INSIDE), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.title()).isEqualTo("2 sessions cross the network without encryption");
                    assertThat(finding.detail()).contains("teller from 10.1.2.3", "teller from 203.0.113.7");
                });
    }

    @Test
    void advisesOfOneFromAPrivateNetwork() {
        assertThat(findings(List.of(PLAIN_FROM_INSIDE), List.of()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ADVICE);
        assertThat(findings(List.of(session("teller", "::ffff:192.168.1.1", false, false)), List.of()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ADVICE);
    }

    @Test
    void leavesOutWhatIsEncryptedOrOfTheHost() {
        assertThat(findings(
                        List.of(
                                session("teller", "203.0.113.7", true, false),
                                session("teller", "203.0.113.7", false, true),
                                session("teller", "127.0.0.1", false, false),
                                session("teller", "::1", false, false),
                                session("teller", "198.51.100.1", false, false), // the server's own address
                                session("teller", null, false, false)),
                        List.of()))
                .isEmpty();
    }

    @Test
    void hasTheServiceInsistWhereThereIsOne() {
        List<Finding> findings =
                findings(List.of(PLAIN_FROM_INSIDE), List.of(new EditionEvidence("role", "rds_superuser", "")));
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy())
                        .isInstanceOfSatisfying(
                                Remedy.Advice.class,
                                advice -> assertThat(advice.options())
                                        .last()
                                        .asString()
                                        .contains("rds.force_ssl = 1 in the parameter group")));
    }

    @Test
    void speaksOfLinesWhereTheyAreShown() {
        HbaLine line = new HbaLine(
                1,
                null,
                3,
                "host",
                List.of("all"),
                List.of("all"),
                "10.0.0.0",
                "255.0.0.0",
                "scram-sha-256",
                List.of(),
                null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = facts(List.of(), List.of());
        facts.put(HbaLine.class, List.of(line));
        assertThat(examined(facts)).extracting(Finding::severity).containsExactly(Severity.NOTE);
    }

    private static List<Finding> findings(List<SslSession> sessions, List<EditionEvidence> evidence) {
        return examined(facts(sessions, evidence));
    }

    private static List<Finding> examined(Map<Class<? extends Fact>, List<? extends Fact>> facts) {
        return new UnencryptedConnection()
                .examine(new Snapshot(Instant.EPOCH, facts, List.of()))
                .toList();
    }

    private static Map<Class<? extends Fact>, List<? extends Fact>> facts(
            List<SslSession> sessions, List<EditionEvidence> evidence) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        facts.put(SslSession.class, sessions);
        facts.put(Server.class, List.of(server()));
        facts.put(EditionEvidence.class, evidence);
        facts.put(Membership.class, List.of());
        facts.put(Setting.class, List.of(setting("ssl", "on"), setting("listen_addresses", "*")));
        return facts;
    }

    private static Server server() {
        return new Server(
                180000,
                "18.0",
                "shop",
                "auditor",
                false,
                true,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                "198.51.100.1",
                5432,
                1,
                8192,
                null);
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, null, "", "string", "sighup", "default", null, null, null, null, null, null, false);
    }

    private static SslSession session(String role, @Nullable String address, boolean ssl, boolean gss) {
        return new SslSession(1, "shop", role, "", address, false, ssl, null, null, null, null, gss);
    }
}
