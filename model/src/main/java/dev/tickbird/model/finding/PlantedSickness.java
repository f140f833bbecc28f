// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.List;
import java.util.regex.Pattern;

/// Something made wrong on purpose, to see whether an examination finds it.
///
/// @param finding how the identity of the finding begins that must come of it
public record PlantedSickness(String finding) {

    private static final Pattern REMARK = Pattern.compile("(?m)^-- planted: (.+)$");

    /// Those that a script plants: each is named in a line `-- planted: unused-index:app.label`.
    public static List<PlantedSickness> in(String script) {
        return REMARK.matcher(script)
                .results()
                .map(remark -> new PlantedSickness(remark.group(1)))
                .toList();
    }

    /// The slug of the rule that must find it.
    public String rule() {
        return finding.substring(0, finding.indexOf(':'));
    }

    public boolean explains(Finding found) {
        return found.identity().startsWith(finding);
    }
}
