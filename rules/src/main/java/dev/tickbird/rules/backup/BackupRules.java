// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class BackupRules {

    private BackupRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DisabledArchiving(),
                new FailingArchiver(),
                new InvisibleBackup(),
                new LaggingArchiver(),
                new UnfailingArchiveCommand());
    }
}
