// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Reversal;
import dev.tickbird.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries out one case on a real server: the sickness is made, found exactly as approved, cured, gone, and
/// back after the rollback. A look-alike stays silent. Who sees too little says so.
public final class Ward implements AutoCloseable {

    /// With `-Dtickbird.accept=true` what was found becomes what is approved.
    private static final boolean ACCEPT = Boolean.getBoolean("tickbird.accept");

    private static final int LOOKS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CaseFile file;
    private final int major;
    private final TestDatabase database;
    private final Set<String> roles;
    private final TestDatabase examined;
    private final Sessions sessions;
    private final Onlooker onlooker;

    private Ward(CaseFile file, EmbeddedServer server, EmbeddedServer standby, int major, Onlooker onlooker)
            throws SQLException {
        this.onlooker = onlooker;
        this.file = file;
        this.major = major;
        this.database = TestDatabase.on(server);
        this.roles = database.roles();
        TestDatabase onStandby = file.standby() ? database.on(standby, PATIENCE) : database;
        this.examined = file.examinesStandby() ? onStandby : database;
        this.sessions = new Sessions(database, onStandby);
    }

    public static void run(CaseFile file, Doctor doctor, int major) throws SQLException, IOException {
        run(file, doctor, major, Onlooker.NOBODY);
    }

    /// @param onlooker asked before each remedy is carried out
    public static void run(CaseFile file, Doctor doctor, int major, Onlooker onlooker)
            throws SQLException, IOException {
        if (!file.ownServer()) {
            run(file, doctor, Servers.shared(major), Servers.shared(major), major, onlooker);
            return;
        }
        try (EmbeddedServer server = Servers.own(major, file.settings())) {
            if (!file.standby()) {
                run(file, doctor, server, server, major, onlooker);
                return;
            }
            try (EmbeddedServer standby = EmbeddedServer.startStandbyOf(server)) {
                run(file, doctor, server, standby, major, onlooker);
            }
        }
    }

    private static void run(
            CaseFile file, Doctor doctor, EmbeddedServer server, EmbeddedServer standby, int major, Onlooker onlooker)
            throws SQLException, IOException {
        try (Ward ward = new Ward(file, server, standby, major, onlooker)) {
            ward.run(doctor);
        }
    }

    private void run(Doctor doctor) throws SQLException, IOException {
        for (CaseFile.Section section : file.script()) {
            sessions.run(section);
        }
        if (file.blind()) {
            compare(notExamined(doctor));
            return;
        }
        List<Finding> found = examine(doctor);
        String transcript = Transcript.of(found);
        if (!file.fires()) {
            require(found.isEmpty(), "must stay silent, but says:\n" + transcript);
            return;
        }
        require(!found.isEmpty(), "must fire, but is silent");
        compare(transcript);
        replay(doctor, found);
    }

    private String notExamined(Doctor doctor) throws SQLException {
        List<Finding> found;
        try {
            found = examine(doctor);
        } catch (AssertionError e) {
            return Transcript.settled(String.valueOf(e.getMessage())) + '\n';
        }
        throw new AssertionError(
                file.path() + " on " + major + " must not be examined, but is, and says:\n" + Transcript.of(found));
    }

    private void replay(Doctor doctor, List<Finding> found) throws SQLException {
        if (file.noReplay().isPresent()) {
            return;
        }
        Optional<String> cure = file.cure();
        if (cure.isPresent()) {
            String where = file.examinesStandby() ? CaseFile.STANDBY : CaseFile.MAIN;
            sessions.run(new CaseFile.Section(where, false, cure.get()));
            requireSilence(doctor, "the cure");
            return;
        }
        if (sessions.leave()) {
            for (Finding finding : found) {
                List<String> objections = onlooker.objections(database, finding);
                require(objections.isEmpty(), "has a remedy that " + String.join("; it ", objections));
            }
        }
        Treatment treatment = new Treatment(examined);
        for (Finding finding : found) {
            treatment.apply(finding);
        }
        requireSilence(doctor, "the remedy");
        for (Finding finding : found.reversed()) {
            treatment.undo(finding);
        }
        if (found.stream().allMatch(Ward::canBeUndone)) {
            List<Finding> again = examine(doctor);
            require(
                    identities(again).equals(identities(found)),
                    "must fire again after the rollback, but says:\n" + Transcript.of(again));
            require(
                    remedies(again).equals(remedies(found)),
                    "must prescribe the same after the rollback, but says:\n" + Transcript.of(again));
        }
    }

    private static List<String> identities(List<Finding> findings) {
        return findings.stream().map(Finding::identity).toList();
    }

    /// They tell what hangs on an object, such as its comment, which the rollback must bring back.
    private static List<Remedy> remedies(List<Finding> findings) {
        return findings.stream().map(Finding::remedy).toList();
    }

    private static boolean canBeUndone(Finding finding) {
        return !(finding.remedy() instanceof Remedy.Statement statement) || statement.reversal() == Reversal.ROLLBACK;
    }

    /// A session that was told to end needs a moment, so a second look is allowed, and a third.
    private void requireSilence(Doctor doctor, String after) throws SQLException {
        List<Finding> still = examine(doctor);
        for (int look = 1; look < LOOKS && !still.isEmpty(); look++) {
            examined.waitAMoment();
            still = examine(doctor);
        }
        require(still.isEmpty(), "must be silent after " + after + ", but says:\n" + Transcript.of(still));
    }

    private List<Finding> examine(Doctor doctor) throws SQLException {
        try (Connection connection = examined.connect()) {
            if (file.role().isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set session authorization "
                            + Identifier.quoted(file.role().get()));
                }
            }
            return doctor.examine(TestDatabase.snapshot(connection, doctor.needs()));
        }
    }

    private void compare(String transcript) throws IOException {
        if (ACCEPT) {
            Files.writeString(file.approved(), transcript);
            return;
        }
        require(Files.exists(file.approved()), "has no approved report; ./dev accept would approve:\n" + transcript);
        String approved = Files.readString(file.approved());
        require(approved.equals(transcript), "approved:\n" + approved + "\nbut says:\n" + transcript);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(file.path() + " on " + major + " " + otherwise);
        }
    }

    @Override
    public void close() throws SQLException {
        sessions.close();
        database.close();
        if (!file.ownServer()) {
            database.dropRolesBut(roles); // the next case is to find none of ours
        }
    }
}
