// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.RolePassword;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A role whose password is stored as an MD5 hash, which is enough to log in with.
public record Md5Password() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(RolePassword.class);
    }

    /// Another password cures both.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("guessable-password");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(RolePassword.class).stream()
                .filter(password -> password.method().equals("md5"))
                .map(this::finding);
    }

    private Finding finding(RolePassword password) {
        return finding(
                Severity.ADVICE,
                new Subject("role", Identifier.quoted(password.role())),
                "password of role \"" + password.role() + "\" is stored as an MD5 hash",
                "It was set while password_encryption was md5, or came with a dump.",
                Evidence.of("method", password.method()),
                "Where pg_hba.conf says md5, whoever finds the hash in a backup logs in with it; and a later version of"
                        + " PostgreSQL will not take it, so the role will not come in after an upgrade.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Look that the client knows SCRAM: libpq from PostgreSQL 10 on, and drivers of the last"
                                        + " years do.",
                                "Set the password anew, the same one if need be, with \"\\password "
                                        + Identifier.quoted(password.role())
                                        + "\" in psql, while password_encryption is scram-sha-256."),
                        Sql.format(
                                "select rolname, rolpassword like 'SCRAM-SHA-256$%%' as scram from pg_authid"
                                        + " where rolname = %L",
                                password.role())));
    }
}
