// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Reversal;
import dev.tickbird.model.finding.Step;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Findings as text to approve: everything a user would read, without what changes from run to run.
public final class Transcript {

    private static final Pattern PID =
            Pattern.compile("(?<=\\b(?:session|pid|process|backend|pid =) |pid=|backend\\()\\d+");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|\\+00)?");
    private static final Pattern DAY = Pattern.compile("(?<=_)20\\d{6}\\b"); // in a name
    private static final Pattern DURATION = Pattern.compile("\\d[\\d,]* (seconds?|minutes?|hours?|days?)\\b");
    private static final Pattern RATE =
            Pattern.compile("\\d[\\d,.]*(?: [kMGTP]?B| bytes)? (an? (?:second|minute|hour|day))\\b");
    private static final Pattern AGE = Pattern.compile("\\d[\\d,]* (transaction|multixact)s?\\b");
    private static final Pattern CASE_DATABASE = Pattern.compile("\\bcase_\\d+\\b");

    private Transcript() {}

    public static String of(List<Finding> findings) {
        return findings.stream().map(Transcript::of).map(Transcript::settled).collect(Collectors.joining("\n"));
    }

    static String settled(String text) {
        String result = PID.matcher(text).replaceAll("<pid>");
        result = TIME.matcher(result).replaceAll("<time>");
        result = RATE.matcher(result).replaceAll("<rate> $1");
        result = DAY.matcher(result).replaceAll("<day>");
        result = DURATION.matcher(result).replaceAll("<duration>");
        result = AGE.matcher(result).replaceAll("<count> $1s");
        return CASE_DATABASE.matcher(result).replaceAll("<database>");
    }

    private static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        line(text, finding.severity().toString(), finding.title());
        line(text, "identity", finding.identity());
        line(text, "subject", finding.subject());
        line(text, "detail", finding.detail());
        finding.evidence().values().forEach((name, value) -> line(text, "evidence", name + " = " + shown(name, value)));
        line(text, "impact", finding.impact());
        remedy(text, finding.remedy());
        return text.toString();
    }

    /// Ages and the like differ from run to run.
    private static Object shown(String name, Object value) {
        boolean fleeting = name.endsWith("Seconds")
                || name.endsWith("Days")
                || name.endsWith("Age")
                || name.matches(".*[Pp]er(Second|Hour|Day)")
                || name.equals("pid");
        return fleeting ? "<" + name + ">" : value;
    }

    private static void remedy(StringBuilder text, Remedy remedy) {
        switch (remedy) {
            case Remedy.Statement(var steps, var rollback, var reversal, var impact, var _, var watch) -> {
                steps.forEach(step -> line(text, "cure", written(step)));
                rollback.forEach(step -> line(text, "undo", written(step)));
                if (reversal == Reversal.NEEDLESS) {
                    line(text, "undo", reversal);
                }
                impact(text, impact);
                watch(text, watch);
            }
            case Remedy.Setting setting -> {
                line(text, "set", setting.name() + " = " + setting.value() + (setting.restart() ? ", restart" : ""));
                String restored = setting.restored();
                line(text, "undo", restored == null ? "reset" : setting.name() + " = " + restored);
                watch(text, setting.watch());
            }
            case Remedy.Advice(var options, var inOrder, var watch) -> {
                options.forEach(option -> line(text, inOrder ? "step" : "advice", option));
                watch(text, watch);
            }
        }
    }

    private static String written(Step step) {
        return step.sql() + (step.transactional() ? "" : "  -- outside a transaction");
    }

    private static void impact(StringBuilder text, Impact impact) {
        impact.locks().forEach(lock -> line(text, "locks", lock.relation() + " in " + lock.mode()));
        impact.rewrites().forEach(relation -> line(text, "rewrites", relation));
        if (impact.restart()) {
            line(text, "needs", "a restart");
        }
        if (!impact.foreseen()) {
            line(text, "locks", "not known before");
        }
        impact.remarks().forEach(remark -> line(text, "meanwhile", remark));
    }

    private static void watch(StringBuilder text, @Nullable Object watch) {
        if (watch != null) {
            line(text, "watch", watch);
        }
    }

    private static void line(StringBuilder text, String label, Object value) {
        text.append(label).append(": ").append(value).append('\n');
    }
}
