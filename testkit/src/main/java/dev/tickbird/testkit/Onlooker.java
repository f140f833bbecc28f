// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.finding.Finding;
import java.sql.SQLException;
import java.util.List;

/// Whoever looks at a remedy more closely than the ward can: at locks that a statement lets go of before it ends, and
/// at tables that are written anew.
public interface Onlooker {

    Onlooker NOBODY = (_, _) -> List.of();

    /// What the remedy of a finding declares falsely of its impact, one sentence each, without a subject.
    ///
    /// @param sick the database in which it was found; nobody is connected to it, and it must stay as it is
    List<String> objections(TestDatabase sick, Finding finding) throws SQLException;
}
