// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands of which each would need a server of its own.
class UnfailingArchiveCommandTest {

    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp %p /mnt/%f || true",
                "cp %p /mnt/%f; true",
                "rsync -a %p backup:/wal/%f || exit 0",
                "wal-g wal-push %p||/bin/true",
                "test ! -f /mnt/%f && cp %p /mnt/%f ; :"
            })
    void takesAnExcuseForWhatItIs(String command) {
        assertThat(severity("on", command)).contains(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/true", "true", ":", "exit 0", "cd .", "rem", "echo archived %f", "/opt/archive.sh"})
    void knowsWhatArchivesNothing(String command) {
        assertThat(severity("on", command)).contains(Severity.ADVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test ! -f /mnt/%f && cp %p /mnt/%f",
                "pgbackrest --stanza=main archive-push %p",
                "wal-g wal-push \"%p\" >> /var/log/wal-g.log 2>&1",
                "if ! cp %p /mnt/%f; then exit 1; fi; exit 0",
                "/opt/archive.sh %p || false",
                "barman-wal-archive backup main %p",
                "envdir /etc/wal-e.d true-archive %p",
                ""
            })
    void believesTheOthers(String command) {
        assertThat(severity("on", command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp %p /mnt/%f || true", "/bin/true"})
    void isSilentWhereNothingIsArchived(String command) {
        assertThat(severity("off", command)).isEmpty();
    }

    private static Optional<Severity> severity(String mode, String command) {
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class,
                List.of(server),
                Setting.class,
                List.of(setting("archive_mode", mode), setting("archive_command", command)));
        return new UnfailingArchiveCommand()
                .examine(new Snapshot(NOW, facts, List.of()))
                .map(Finding::severity)
                .findFirst();
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name,
                value,
                null,
                "",
                "string",
                "sighup",
                "configuration file",
                null,
                null,
                null,
                value,
                null,
                null,
                false);
    }
}
