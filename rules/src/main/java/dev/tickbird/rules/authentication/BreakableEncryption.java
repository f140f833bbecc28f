// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.server.SslSession;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server that lets clients agree on versions of TLS, or on ciphers, that are known to be breakable.
public record BreakableEncryption() implements Rule {

    private static final String VERSION = "ssl_min_protocol_version";
    private static final String CIPHERS = "ssl_ciphers";

    private static final Set<String> OLD = Set.of("", "TLSv1", "TLSv1.1");

    /// What OpenSSL calls ciphers that encrypt nothing, know no server, or have been broken.
    private static final Set<String> BROKEN =
            Set.of("ENULL", "NULL", "COMPLEMENTOFALL", "ANULL", "ADH", "AECDH", "RC4", "EXP", "EXPORT", "LOW", "DES");

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class)
                .inPart(SslSession.class) // they only say who would be hurt
                .settings("ssl", VERSION, CIPHERS);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        if (!settings.value("ssl").filter("on"::equals).isPresent()) {
            return Stream.empty();
        }
        Optional<Finding> version =
                settings.named(VERSION).filter(it -> OLD.contains(it.value())).map(it -> version(it, snapshot));
        Optional<Finding> ciphers = settings.named(CIPHERS)
                .filter(it -> !broken(it.value()).isEmpty())
                .map(this::ciphers);
        return Stream.of(version, ciphers).flatMap(Optional::stream);
    }

    private Finding version(Setting setting, Snapshot snapshot) {
        List<SslSession> old = snapshot.all(SslSession.class).stream()
                .filter(session -> session.version() != null && OLD.contains(session.version()))
                .toList();
        return finding(
                Severity.WARNING,
                new Subject("setting", setting.name()),
                "server accepts " + (setting.value().isEmpty() ? "any version of TLS" : setting.value()),
                (old.isEmpty()
                        ? "No session of now uses a version before TLSv1.2."
                        : Words.count(old.size(), "session") + " of now, of "
                                + old.stream()
                                        .map(it -> String.valueOf(it.role()))
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ", could not connect any more; their clients must be renewed first."),
                Evidence.of("sessions", old.size()).and("value", setting.value()),
                "Who is on the way can talk client and server into a version whose protection is known to be broken, and"
                        + " then read along.",
                NewValue.of(setting, "TLSv1.2"));
    }

    private Finding ciphers(Setting setting) {
        return finding(
                Severity.WARNING,
                new Subject("setting", setting.name()),
                "server accepts ciphers that can be broken",
                "Among those of its list are " + String.join(", ", broken(setting.value())) + ": " + setting.value()
                        + ".",
                Evidence.of("value", setting.value()),
                "Who is on the way can read what a client sends that agrees on one of them.",
                NewValue.of(setting, "HIGH:MEDIUM:+3DES:!aNULL"));
    }

    /// Those that the list lets in and does not shut out for ever by `!`.
    private static List<String> broken(String list) {
        List<String> words = Arrays.stream(list.split("[:, ]+")).toList();
        Set<String> never = words.stream()
                .filter(word -> word.startsWith("!"))
                .map(word -> word.substring(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return words.stream()
                .filter(word -> BROKEN.contains(word.toUpperCase(Locale.ROOT)))
                .filter(word -> !never.contains(word.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
