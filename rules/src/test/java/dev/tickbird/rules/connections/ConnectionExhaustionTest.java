// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What no case of the ward can hold still: workers that begin or end while one looks.
class ConnectionExhaustionTest {

    @Test
    void countsNoWorkerOfTheServer() {
        assertThat(titles(8, 5, 0)).containsExactly("8 of 10 connections of the server are taken");
        assertThat(titles(7, 5, 0)).isEmpty();
    }

    @Test
    void takesWhatIsHiddenForAClient() {
        assertThat(titles(3, 0, 6)).containsExactly("9 of 10 connections of the server are taken");
    }

    @Test
    void neverCountsMoreThanThereAre() {
        assertThat(titles(13, 0, 0)).containsExactly("10 of 10 connections of the server are taken");
    }

    private static List<String> titles(int clients, int workers, int hidden) {
        List<Session> sessions = new ArrayList<>();
        sessions.addAll(Collections.nCopies(clients, session("client backend")));
        sessions.addAll(Collections.nCopies(workers, session("background worker")));
        sessions.addAll(Collections.nCopies(hidden, session("unknown")));
        List<Setting> settings =
                List.of(setting("max_connections", "13"), setting("superuser_reserved_connections", "3"));
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Session.class, sessions, Setting.class, settings, Database.class, List.of(), Role.class, List.of());
        return new ConnectionExhaustion()
                .examine(new Snapshot(Instant.EPOCH, facts, List.of()))
                .map(Finding::title)
                .toList();
    }

    private static Session session(String kind) {
        return new Session(
                1, "shop", "app", "", null, kind, null, null, null, null, null, null, null, null, null, null, null,
                List.of());
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, null, "", "integer", "postmaster", "default", null, null, null, null, null, null, false);
    }
}
