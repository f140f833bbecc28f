// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a playbook has said, as a program reads it.
final class Told {

    private Told() {}

    static JsonNode told(String emergency, String uri, int code) {
        Run run = Run.of("emergency", emergency, uri, "--format", "json").succeedsWith(code);
        return JsonMapper.shared().readTree(run.out()).path("playbooks").get(0);
    }

    static String titles(JsonNode told) {
        return told.path("seen")
                .valueStream()
                .map(sign -> sign.path("title").asString())
                .collect(Collectors.joining("\n"));
    }

    /// What a person would paste.
    static String sql(JsonNode measure) {
        return measure.path("sql").valueStream().map(JsonNode::asString).collect(Collectors.joining(";\n"));
    }
}
