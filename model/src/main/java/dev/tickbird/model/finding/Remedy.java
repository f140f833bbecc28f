// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What cures a finding, how it is undone and how success is seen.
public sealed interface Remedy {

    /// SQL that cures and SQL that undoes.
    ///
    /// @param rollback empty only if nothing can be or needs to be undone
    /// @param reversal which of these it is; the rule's page explains it
    /// @param elsewhere whether it must be run on the primary of the server that was examined
    /// @param watch a query whose answer shows that the cure helps; null if the finding's absence says it all
    record Statement(
            List<Step> steps,
            List<Step> rollback,
            Reversal reversal,
            Impact impact,
            boolean elsewhere,
            @Nullable Sql watch)
            implements Remedy {

        public Statement {
            steps = List.copyOf(steps);
            rollback = List.copyOf(rollback);
            if (rollback.isEmpty() == (reversal == Reversal.ROLLBACK)) {
                throw new IllegalArgumentException("there is a rollback, or a reason why there is none");
            }
        }

        /// @param rollback if empty, the remedy cannot be taken back
        public Statement(List<Step> steps, List<Step> rollback, Impact impact, @Nullable Sql watch) {
            this(steps, rollback, rollback.isEmpty() ? Reversal.IMPOSSIBLE : Reversal.ROLLBACK, impact, false, watch);
        }

        /// A remedy that leaves nothing to take back.
        public static Statement harmless(List<Step> steps, Impact impact, @Nullable Sql watch) {
            return new Statement(steps, List.of(), Reversal.NEEDLESS, impact, false, watch);
        }

        /// The same for a standby, where it cannot be run.
        public Statement onPrimary() {
            return new Statement(steps, rollback, reversal, impact, true, watch);
        }

        /// Whether it changes what is stored, as all does but a call of a function, such as one that ends a session.
        public boolean writes() {
            return steps.stream().anyMatch(step -> !step.sql().text().startsWith("select pg_"));
        }

        /// The steps as they are carried out.
        public RemedyScript script() {
            return RemedyScript.of(steps, impact.mayWait());
        }

        /// The rollback as it is carried out.
        public RemedyScript undo() {
            return RemedyScript.of(rollback, impact.mayWait());
        }
    }

    /// A server setting to change; the edition decides how (`alter system`, a parameter group, a dashboard).
    ///
    /// @param formerly the value in the configuration; null if it is not set there
    /// @param altered whether `alter system` set it so; a reset lets a file that a person writes speak again
    record Setting(
            String name,
            String value,
            @Nullable String formerly,
            boolean altered,
            boolean restart,
            @Nullable Sql watch) implements Remedy {

        /// What `alter system` sets to undo the change; null where it resets.
        public @Nullable String restored() {
            return altered ? formerly : null;
        }
    }

    /// Nothing to run blindly: what a person must decide or do elsewhere, in full sentences.
    ///
    /// @param options one a line, best first
    /// @param inOrder whether they are no options but steps, each to be taken after the one before
    record Advice(
            List<String> options, boolean inOrder, @Nullable Sql watch) implements Remedy {

        public Advice {
            options = List.copyOf(options);
        }

        public static Advice inOrder(List<String> steps, @Nullable Sql watch) {
            return new Advice(steps, true, watch);
        }

        public Advice(List<String> options, @Nullable Sql watch) {
            this(options, false, watch);
        }

        public Advice(String... options) {
            this(List.of(options), null);
        }
    }
}
