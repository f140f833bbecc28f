// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every connection parameter that libpq knows, with its environment variable and what Tickbird does with it.
enum Parameter {
    SERVICE(Use.USED, "PGSERVICE"),
    SERVICEFILE(Use.USED, "PGSERVICEFILE"),
    HOST(Use.USED, "PGHOST"),
    HOSTADDR(Use.USED, "PGHOSTADDR"),
    PORT(Use.USED, "PGPORT"),
    DBNAME(Use.USED, "PGDATABASE"),
    USER(Use.USED, "PGUSER"),
    PASSWORD(Use.USED, "PGPASSWORD"),
    PASSFILE(Use.USED, "PGPASSFILE"),
    CONNECT_TIMEOUT(Use.USED, "PGCONNECT_TIMEOUT"),
    OPTIONS(Use.USED, "PGOPTIONS"),
    TARGET_SESSION_ATTRS(
            Use.USED, "PGTARGETSESSIONATTRS", "any", "read-write", "read-only", "primary", "standby", "prefer-standby"),
    CHANNEL_BINDING(Use.USED, "PGCHANNELBINDING", "disable", "prefer", "require"),
    REQUIRE_AUTH(Use.USED, "PGREQUIREAUTH"),
    KRBSRVNAME(Use.USED, "PGKRBSRVNAME"),
    SSLMODE(Use.USED, "PGSSLMODE", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
    SSLNEGOTIATION(Use.USED, "PGSSLNEGOTIATION", "postgres", "direct"),
    SSLROOTCERT(Use.USED, "PGSSLROOTCERT"),
    SSLCERT(Use.USED, "PGSSLCERT"),
    SSLKEY(Use.USED, "PGSSLKEY"),
    SSLPASSWORD(Use.USED, null),

    APPLICATION_NAME(Use.WITHOUT_EFFECT, "PGAPPNAME"),
    FALLBACK_APPLICATION_NAME(Use.WITHOUT_EFFECT, null),
    CLIENT_ENCODING(Use.WITHOUT_EFFECT, "PGCLIENTENCODING"),
    KEEPALIVES(Use.WITHOUT_EFFECT, null),
    KEEPALIVES_IDLE(Use.WITHOUT_EFFECT, null),
    KEEPALIVES_INTERVAL(Use.WITHOUT_EFFECT, null),
    KEEPALIVES_COUNT(Use.WITHOUT_EFFECT, null),
    TCP_USER_TIMEOUT(Use.WITHOUT_EFFECT, null),
    LOAD_BALANCE_HOSTS(Use.WITHOUT_EFFECT, "PGLOADBALANCEHOSTS"),
    SSLCOMPRESSION(Use.WITHOUT_EFFECT, "PGSSLCOMPRESSION"),
    SSLSNI(Use.WITHOUT_EFFECT, "PGSSLSNI"),
    SSLKEYLOGFILE(Use.WITHOUT_EFFECT, null),
    GSSLIB(Use.WITHOUT_EFFECT, "PGGSSLIB"),
    GSSDELEGATION(Use.WITHOUT_EFFECT, "PGGSSDELEGATION"),
    MAX_PROTOCOL_VERSION(Use.WITHOUT_EFFECT, "PGMAXPROTOCOLVERSION"),

    SSLCRL(Use.UNSUPPORTED, "PGSSLCRL"),
    SSLCRLDIR(Use.UNSUPPORTED, "PGSSLCRLDIR"),
    SSLCERTMODE(Use.UNSUPPORTED, "PGSSLCERTMODE", "allow"),
    SSL_MIN_PROTOCOL_VERSION(Use.UNSUPPORTED, "PGSSLMINPROTOCOLVERSION", "TLSv1", "TLSv1.1", "TLSv1.2"),
    SSL_MAX_PROTOCOL_VERSION(Use.UNSUPPORTED, "PGSSLMAXPROTOCOLVERSION", "TLSv1.3"),
    MIN_PROTOCOL_VERSION(Use.UNSUPPORTED, "PGMINPROTOCOLVERSION", "3.0"),
    GSSENCMODE(Use.UNSUPPORTED, "PGGSSENCMODE", "disable", "prefer"),
    REQUIREPEER(Use.UNSUPPORTED, "PGREQUIREPEER"),
    REPLICATION(Use.UNSUPPORTED, null, "false", "off", "no", "0"),
    SCRAM_CLIENT_KEY(Use.UNSUPPORTED, null),
    SCRAM_SERVER_KEY(Use.UNSUPPORTED, null),
    OAUTH_ISSUER(Use.UNSUPPORTED, null),
    OAUTH_CLIENT_ID(Use.UNSUPPORTED, null),
    OAUTH_CLIENT_SECRET(Use.UNSUPPORTED, null),
    OAUTH_SCOPE(Use.UNSUPPORTED, null);

    enum Use {
        USED,
        /// Accepted, for it says nothing that matters here.
        WITHOUT_EFFECT,
        /// Refused, for to ignore it would connect otherwise than was asked; only the values that ask for nothing pass.
        UNSUPPORTED
    }

    private final Use use;
    private final @Nullable String variable;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> values;

    Parameter(Use use, @Nullable String variable, String... values) {
        this.use = use;
        this.variable = variable;
        this.values = List.of(values);
    }

    static Optional<Parameter> named(String word) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Parameter::word).toList();
    }

    /// As it is written in a connection string.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Use use() {
        return use;
    }

    Optional<String> variable() {
        return Optional.ofNullable(variable);
    }

    /// The values that can be accepted; empty if any can.
    List<String> accepted() {
        return values;
    }

    boolean isSecret() {
        return switch (this) {
            case PASSWORD, SSLPASSWORD, SCRAM_CLIENT_KEY, SCRAM_SERVER_KEY, OAUTH_CLIENT_SECRET -> true;
            default -> false;
        };
    }
}
