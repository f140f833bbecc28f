// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.lab.rehearsal.Rehearsed.Part;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.RemedyScript;
import dev.tickbird.model.finding.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tries scripts on a stage: what they lock, rewrite, read and change, and whether their rollback brings everything
/// back. The stage is afterwards what it was before.
public final class Rehearsal {

    /// The role that scripts run as, which owns on the stage what belongs to superusers on the source.
    public static final String ROLE = Disarming.ROLE;

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final Stage stage;
    private final Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
    private @Nullable Snapshot source;
    private Duration limit = USUAL_LIMIT;
    private Consumer<String> progress = _ -> {};

    /// What the stage holds now; null if it has been reset, or was never looked at.
    private @Nullable Snapshot known;

    private Rehearsal(Stage stage) {
        this.stage = stage;
        facts.addAll(Comparison.facts());
        facts.addAll(Definitions.FACTS);
    }

    public static Rehearsal on(Stage stage) {
        return new Rehearsal(stage);
    }

    /// Where the sizes are taken from by which lock times are estimated.
    public Rehearsal sizedAs(Snapshot snapshot) {
        source = snapshot;
        return this;
    }

    /// How long one statement may take.
    public Rehearsal within(Duration perStatement) {
        limit = perStatement;
        return this;
    }

    /// @param told which statement is being run
    public Rehearsal telling(Consumer<String> told) {
        progress = told;
        return this;
    }

    /// What the snapshots of a rehearsal are to hold beside what it needs itself.
    public Rehearsal observing(Collection<Class<? extends Fact>> more) {
        facts.addAll(more);
        known = null;
        return this;
    }

    /// A remedy of a rule, and its rollback. What only a superuser may do, such as `alter system`, is done as one if
    /// the remedy does nothing else.
    public Rehearsed of(RemedyScript cure, RemedyScript undo) throws SQLException {
        return rehearse(written(cure), written(undo), true);
    }

    /// Somebody's script, and what is to take it back. One that does nothing but `alter system` is run as a superuser.
    public Rehearsed of(String cure, String undo) throws SQLException {
        return rehearse(SqlScript.of(cure), SqlScript.of(undo), false);
    }

    /// Somebody's script alone.
    public Rehearsed script(String text) throws SQLException {
        return rehearse(SqlScript.of(text), SqlScript.of(""), false);
    }

    /// What is seen without running anything; empty if nothing is against the scripts.
    public static Optional<Rehearsed> refusal(String cure, String undo) {
        return refusal(SqlScript.of(cure), SqlScript.of(undo));
    }

    private static Optional<Rehearsed> refusal(SqlScript cure, SqlScript undo) {
        return refusal(Part.CURE, cure).or(() -> refusal(Part.UNDO, undo));
    }

    /// Whether there is nothing to run in a script.
    public static boolean isEmpty(String script) {
        return SqlScript.of(script).statements().isEmpty();
    }

    /// Only what each statement of a remedy does; the stage is left as it leaves it.
    ///
    /// @throws TickbirdException if it is refused, or fails
    public List<Observed> observed(RemedyScript cure) throws SQLException {
        SqlScript script = written(cure);
        Optional<Objection> objection = Screening.of(script);
        if (objection.isPresent()) {
            throw TickbirdException.usage(
                    "the remedy is not rehearsed: " + objection.get().reason(), null);
        }
        Disarming.of(stage);
        known = null;
        Performance.Played played = play(script, true);
        if (played.error() != null) {
            throw TickbirdException.usage("the remedy fails: " + played.error(), null);
        }
        return played.ran();
    }

    private static SqlScript written(RemedyScript script) {
        return SqlScript.of(script.statements().stream().map(Sql::text).collect(Collectors.joining(";\n")));
    }

    private Rehearsed rehearse(SqlScript cure, SqlScript undo, boolean trusted) throws SQLException {
        Optional<Rehearsed> refused = refusal(cure, undo);
        if (refused.isPresent()) {
            return refused.get();
        }
        Snapshot before = known == null ? begin() : known;
        boolean restored = false;
        try {
            Performance.Played cured = play(cure, trusted);
            if (cured.error() != null) {
                return failed(Part.CURE, cured.error(), cured.ran(), List.of(), List.of());
            }
            Snapshot after = stage.snapshot(facts);
            Holds estimate = Holds.sizedAs(source);
            List<Hold> holds = estimate.of(cured.ran());
            List<Difference> changes = Comparison.of(before, after).differences();
            if (undo.statements().isEmpty()) {
                return new Rehearsed.CarriedOut(
                        cured.ran(), List.of(), holds, List.of(), changes, List.of(), List.of(before, after));
            }
            Performance.Played undone = play(undo, trusted);
            if (undone.error() != null) {
                return failed(Part.UNDO, undone.error(), cured.ran(), undone.ran(), changes);
            }
            Snapshot last = stage.snapshot(facts);
            List<String> lasting = lasting(before, last);
            restored = lasting.isEmpty();
            known = last;
            List<Hold> undoHolds = estimate.of(undone.ran());
            return new Rehearsed.CarriedOut(
                    cured.ran(), undone.ran(), holds, undoHolds, changes, lasting, List.of(before, after, last));
        } finally {
            if (!restored) {
                known = null;
                stage.reset();
            }
        }
    }

    private static List<String> lasting(Snapshot before, Snapshot last) {
        List<String> lasting = new ArrayList<>(Definitions.of(last).differencesFrom(Definitions.of(before)));
        Comparison.of(before, last).of(Area.SETTINGS).stream()
                .filter(difference -> !difference.name().contains(" ")) // those of roles and databases are defined
                .forEach(setting -> lasting.add("setting " + setting.name() + " is not what it was"));
        return lasting;
    }

    private Snapshot begin() throws SQLException {
        Disarming.of(stage);
        return stage.snapshot(facts);
    }

    private Performance.Played play(SqlScript script, boolean trusted) throws SQLException {
        boolean superuser = Errands.areSettings(script) || trusted && Errands.are(script);
        Connection session = superuser ? errands() : stage.connect(Disarming.ROLE);
        try (Performance performance = Performance.on(stage, session, limit)) {
            return performance.play(script, progress);
        } finally {
            if (script.statements().stream().anyMatch(statement -> statement.has("pg_reload_conf"))) {
                waitAMoment();
            }
        }
    }

    /// A superuser's session in which an extension comes to lie where it would.
    private Connection errands() throws SQLException {
        Connection session = stage.connect();
        try (Statement statement = session.createStatement()) {
            statement.execute("reset search_path");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /// The postmaster needs it to read its files; new sessions see them from then on.
    private void waitAMoment() throws SQLException {
        try (Connection connection = stage.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.pg_sleep(0.2)");
        }
    }

    private static Optional<Rehearsed> refusal(Part part, SqlScript script) {
        List<Objection> objections = Screening.all(script);
        return objections.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rehearsed.Refused(part, objections, List.of(), List.of(), List.of()));
    }

    /// What the role may not do is refused as what is seen beforehand is.
    private static Rehearsed failed(
            Part part, ScriptError error, List<Observed> cure, List<Observed> undo, List<Difference> changes) {
        if (error.isForbidden()) {
            String reason = "the ordinary role that rehearses may not do it: " + error.message();
            List<Objection> objections = List.of(new Objection(reason, error.place()));
            return new Rehearsed.Refused(part, objections, cure, undo, changes);
        }
        return new Rehearsed.Failed(part, error, cure, undo, changes);
    }
}
