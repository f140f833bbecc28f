// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a test server cannot be: one with TLS, with a socket for all, or listening.
class TrustAuthenticationTest {

    private static final List<Setting> LISTENING = List.of(setting("listen_addresses", "*"));

    private static final HbaLine LOCAL = line("local", null, null, "trust");

    @Test
    void advisesAboutASocketThatEverybodyOnTheHostReaches() {
        assertThat(severities(LOCAL, socket("/var/run/postgresql", "0777"))).containsExactly(Severity.ADVICE);
        assertThat(severities(LOCAL, socket("/srv/private, /tmp", "0777"))).containsExactly(Severity.ADVICE);
    }

    @Test
    void staysSilentAboutASocketThatOthersCannotReach() {
        assertThat(severities(LOCAL, socket("/var/run/postgresql", "0770"))).isEmpty();
        assertThat(severities(LOCAL, socket("", "0777"))).isEmpty();
    }

    @Test
    void notesASocketInAFolderThatOthersMayBeAbleToEnter() {
        HbaLine superuser = new HbaLine(
                1, null, 1, "local", List.of("all"), List.of("postgres"), null, null, "trust", List.of(), null);
        assertThat(findings(List.of(superuser), socket("/srv/pg", "0777")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.title())
                            .isEqualTo(
                                    "line 1 of pg_hba.conf lets in whoever may enter the folder of its socket as postgres"
                                            + " without a password");
                });
    }

    @Test
    void takesTheNetworkForTheHostWhereOnlyTheHostIsHeard() {
        HbaLine everywhere = line("host", "0.0.0.0", "0.0.0.0", "trust");
        assertThat(severities(everywhere, List.of(setting("listen_addresses", "localhost"))))
                .containsExactly(Severity.ADVICE);
        assertThat(findings(List.of(everywhere), List.of(setting("listen_addresses", "localhost"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail())
                        .contains("listens on localhost alone", "everybody at 0.0.0.0/0 can"));
        assertThat(severities(everywhere, LISTENING)).containsExactly(Severity.CRITICAL);
    }

    @Test
    void believesACertificateThatSaysWhoItIs() {
        HbaLine full = line("hostssl", "198.51.100.0", "255.255.255.0", "trust", "clientcert=verify-full");
        HbaLine any = line("hostssl", "198.51.100.0", "255.255.255.0", "trust", "clientcert=verify-ca");
        assertThat(severities(full, LISTENING)).isEmpty();
        assertThat(severities(any, LISTENING)).containsExactly(Severity.ADVICE);
    }

    @Test
    void allowsClearTextWithinTls() {
        assertThat(severities(line("hostssl", "all", null, "password"), LISTENING))
                .isEmpty();
        assertThat(severities(line("host", "all", null, "ldap", "ldapserver=x"), LISTENING))
                .containsExactly(Severity.WARNING);
    }

    @Test
    void staysSilentAfterLinesWithTlsAndWithout() {
        HbaLine with = line("hostssl", "10.0.0.0", "255.0.0.0", "scram-sha-256");
        HbaLine without = line("hostnossl", "10.0.0.0", "255.0.0.0", "reject");
        HbaLine both = line("host", "10.0.0.0", "255.128.0.0", "trust");
        assertThat(severities(List.of(with, without, both), LISTENING)).isEmpty();
        assertThat(severities(List.of(with, both), LISTENING)).containsExactly(Severity.CRITICAL);
        HbaLine older = line("host", "0.0.0.0", "0.0.0.0", "reject");
        HbaLine newer = line("host", "::", "::", "reject");
        HbaLine all = line("host", "all", null, "trust");
        assertThat(severities(List.of(older, newer, all), LISTENING)).isEmpty();
        assertThat(severities(List.of(older, all), LISTENING)).containsExactly(Severity.CRITICAL);
    }

    @Test
    void writesTheAddressAsTheFileDoes() {
        assertThat(Reach.written(line("host", "10.0.0.0", "255.255.240.0", "md5")))
                .isEqualTo("10.0.0.0/20");
        assertThat(Reach.written(line("host", "2001:db8::", "ffff:ffff:ffff:e000::", "md5")))
                .isEqualTo("2001:db8::/51");
        assertThat(Reach.written(line("host", "samenet", null, "md5"))).isEqualTo("samenet");
    }

    @Test
    void knowsWhichNetworkHoldsAnother() {
        Network wide = network("2001:db8::", "ffff:ffff::");
        assertThat(wide.holds(network("2001:db8:0:7::", "ffff:ffff:ffff:ffff::")))
                .isTrue();
        assertThat(wide.holds(network("2001:db9::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")))
                .isFalse();
        assertThat(wide.holds(network("2001::", "ffff::"))).isFalse();
        assertThat(network("::", "::").holds(network("::1", "ffff::"))).isTrue();
        assertThat(network("0.0.0.0", "0.0.0.0").holds(wide)).isFalse();
        assertThat(network("10.0.0.0", "255.0.0.0").holds(network("10.255.0.0", "255.255.0.0")))
                .isTrue();
        assertThat(network("128.0.0.0", "128.0.0.0").holds(network("127.0.0.1", "255.255.255.255")))
                .isFalse();
    }

    @Test
    void knowsWhichNetworksTogetherHoldAnother() {
        Network all = network("192.0.2.0", "255.255.255.0");
        Network quarter = network("192.0.2.0", "255.255.255.192");
        Network next = network("192.0.2.64", "255.255.255.192");
        Network upper = network("192.0.2.128", "255.255.255.128");
        assertThat(all.isHeldBy(List.of(upper, quarter, next))).isTrue();
        assertThat(all.isHeldBy(List.of(upper, quarter))).isFalse();
        assertThat(all.isHeldBy(List.of())).isFalse();
        assertThat(network("::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").isHeldBy(List.of(all)))
                .isFalse();
    }

    private static Network network(String address, String netmask) {
        return Network.of(line("host", address, netmask, "trust")).orElseThrow();
    }

    private static List<Severity> severities(HbaLine line, List<Setting> settings) {
        return severities(List.of(line), settings);
    }

    private static List<Severity> severities(List<HbaLine> lines, List<Setting> settings) {
        return findings(lines, settings).stream().map(Finding::severity).toList();
    }

    private static List<Finding> findings(List<HbaLine> lines, List<Setting> settings) {
        Snapshot snapshot = new Snapshot(
                Instant.EPOCH,
                Map.of(
                        HbaLine.class, lines,
                        Role.class, List.of(),
                        Membership.class, List.of(),
                        Database.class, List.of(),
                        Setting.class, settings),
                List.of());
        return new TrustAuthentication().examine(snapshot).toList();
    }

    private static List<Setting> socket(String folders, String permissions) {
        return List.of(setting("unix_socket_directories", folders), setting("unix_socket_permissions", permissions));
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, null, "", "string", "postmaster", "default", null, null, null, null, null, null, false);
    }

    private static HbaLine line(String type, String address, String netmask, String method, String... options) {
        return new HbaLine(
                1, null, 1, type, List.of("all"), List.of("all"), address, netmask, method, List.of(options), null);
    }
}
