// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.stream.Stream;

/// New passwords are stored as MD5 hashes: by everybody, or by those whom a role or a database tells to.
public record Md5PasswordEncryption() implements Rule {

    private static final String ENCRYPTION = "password_encryption";

    @Override
    public Needs needs() {
        return Needs.facts(SettingOverride.class).settings(ENCRYPTION);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Stream<Finding> server = Settings.of(snapshot).named(ENCRYPTION).stream()
                .filter(setting -> isMd5(setting.value()) && NewValue.isOfTheServer(setting))
                .map(this::finding);
        Stream<Finding> overrides = snapshot.all(SettingOverride.class).stream()
                .filter(it -> it.name().equals(ENCRYPTION) && isMd5(it.value()))
                .map(this::finding);
        return Stream.concat(server, overrides);
    }

    /// The truth of former times still means it.
    private static boolean isMd5(String value) {
        return List.of("md5", "on", "true", "yes", "1").contains(value);
    }

    private Finding finding(Setting setting) {
        return finding(
                new Subject("setting", ENCRYPTION),
                "server stores new passwords as MD5 hashes",
                "password_encryption is " + setting.value() + ".",
                NewValue.of(setting, "scram-sha-256"));
    }

    private Finding finding(SettingOverride override) {
        boolean ofRole = override.role() != null;
        String name = String.valueOf(ofRole ? override.role() : override.database());
        boolean both = ofRole && override.database() != null;
        Subject subject = new Subject(ofRole ? "role" : "database", Identifier.quoted(name));
        return finding(
                both ? subject.at(" in " + Identifier.quoted(String.valueOf(override.database()))) : subject,
                (ofRole ? "role \"" : "database \"") + name + "\" stores new passwords as MD5 hashes",
                "password_encryption is set to " + override.value() + " there, whatever the server says.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(reset(override))),
                        List.of(Step.inTransaction(set(override))),
                        Impact.NONE,
                        null));
    }

    private static Sql reset(SettingOverride override) {
        return Sql.format("%s reset password_encryption", target(override));
    }

    private static Sql set(SettingOverride override) {
        return Sql.format("%s set password_encryption = %L", target(override), override.value());
    }

    private static Sql target(SettingOverride override) {
        if (override.role() == null) {
            return override.database() == null
                    ? Sql.format("alter role all")
                    : Sql.format("alter database %I", override.database());
        }
        return override.database() == null
                ? Sql.format("alter role %I", override.role())
                : Sql.format("alter role %I in database %I", override.role(), override.database());
    }

    private Finding finding(Subject subject, String title, String detail, Remedy remedy) {
        return finding(
                Severity.ADVICE,
                subject,
                title,
                detail,
                Evidence.NONE,
                "Such a hash is as good as the password to whoever finds it in a backup, and is guessed in no time;"
                        + " PostgreSQL 18 warns of each, and a later version will take none.",
                remedy);
    }
}
