// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Reversal;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The properties of one finding.
final class JsonFinding {

    private JsonFinding() {}

    static void write(Finding finding, String edition, JsonGenerator json) {
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("severity", finding.severity().toString());
        json.writeStringProperty("subject", finding.subject().toString());
        json.writeStringProperty("identity", finding.identity());
        json.writeStringProperty("title", finding.title());
        json.writeStringProperty("detail", finding.detail());
        evidence(finding.evidence(), json);
        json.writeStringProperty("impact", finding.impact());
        json.writeObjectPropertyStart("remedy");
        remedy(finding.remedy(), edition, json);
        JsonReport.texts("service", ServiceWay.of(finding.remedy(), edition), json);
        json.writeEndObject();
        proof(finding.proof(), json);
    }

    static void evidence(Evidence evidence, JsonGenerator json) {
        json.writeObjectPropertyStart("evidence");
        for (Map.Entry<String, Object> entry : evidence.values().entrySet()) {
            json.writeName(entry.getKey());
            switch (entry.getValue()) {
                case Boolean truth -> json.writeBoolean(truth);
                case Double number -> json.writeNumber(number);
                case Float number -> json.writeNumber(number);
                case BigDecimal number -> json.writeNumber(number);
                case BigInteger number -> json.writeNumber(number);
                case Number number -> json.writeNumber(number.longValue());
                case Object text -> json.writeString(text.toString());
            }
        }
        json.writeEndObject();
    }

    static void proof(Proof proof, JsonGenerator json) {
        json.writeObjectPropertyStart("proof");
        json.writeStringProperty("verdict", proof.verdict().toString());
        json.writeStringProperty("reason", proof.reason());
        json.writeStringProperty("before", proof.before().isEmpty() ? null : proof.before());
        json.writeStringProperty("after", proof.after().isEmpty() ? null : proof.after());
        json.writeEndObject();
    }

    private static void remedy(Remedy remedy, String edition, JsonGenerator json) {
        switch (remedy) {
            case Remedy.Statement(var steps, var rollback, var reversal, var impact, var elsewhere, var watch) -> {
                json.writeStringProperty("kind", "statement");
                json.writeStringProperty("server", elsewhere ? "primary" : "this");
                carriedOut(steps, rollback, reversal, impact, watch, json);
            }
            case Remedy.Setting setting -> {
                SettingChange change = SettingChange.of(setting, edition);
                json.writeStringProperty("kind", "setting");
                json.writeStringProperty("name", setting.name());
                json.writeStringProperty("value", setting.value());
                json.writeStringProperty("formerly", setting.formerly());
                json.writeStringProperty("instruction", change.instruction());
                Impact impact = setting.restart() ? Impact.needingRestart() : Impact.NONE;
                carriedOut(change.steps(), change.rollback(), Reversal.ROLLBACK, impact, setting.watch(), json);
            }
            case Remedy.Advice(var options, var inOrder, var watch) -> {
                json.writeStringProperty("kind", "advice");
                json.writeBooleanProperty("inOrder", inOrder);
                JsonReport.texts("options", options, json);
                watch(watch, json);
            }
        }
    }

    private static void carriedOut(
            List<Step> steps,
            List<Step> rollback,
            Reversal reversal,
            Impact impact,
            @Nullable Sql watch,
            JsonGenerator json) {
        steps("steps", steps, json);
        steps("rollback", rollback, json);
        json.writeStringProperty("reversal", reversal.toString());
        json.writeArrayPropertyStart("locks");
        for (Impact.RelationLock lock : impact.locks()) {
            json.writeStartObject();
            json.writeStringProperty("relation", lock.relation().toString());
            json.writeStringProperty("mode", lock.mode().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonReport.texts(
                "rewrites", impact.rewrites().stream().map(Object::toString).toList(), json);
        json.writeBooleanProperty("restart", impact.restart());
        json.writeBooleanProperty("foreseen", impact.foreseen());
        JsonReport.texts("remarks", impact.remarks(), json);
        watch(watch, json);
    }

    private static void steps(String name, List<Step> steps, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        for (Step step : steps) {
            json.writeStartObject();
            json.writeStringProperty("sql", step.sql().text());
            json.writeBooleanProperty("transactional", step.transactional());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void watch(@Nullable Sql query, JsonGenerator json) {
        json.writeStringProperty("watch", query == null ? null : query.text());
    }
}
