// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.server.HbaLine;
import java.util.Objects;

/// How much a line of `pg_hba.conf` asks of people before it lets them in, least first.
enum Strength {
    /// Their word, or that of their machine.
    NOTHING,
    /// A password that crosses the network as it is, or whose stored hash is as good as itself.
    READABLE_SECRET,
    /// A proof that neither listeners nor thieves of hashes can use.
    PROOF,
    /// The same, and a certificate of the client's.
    PROOF_AND_CERTIFICATE,
    /// It lets nobody in.
    REFUSAL;

    static Strength of(HbaLine line) {
        boolean certificate = line.options().stream().anyMatch(option -> option.startsWith("clientcert=verify-"));
        return switch (Objects.requireNonNullElse(line.method(), "")) {
            case "reject" -> REFUSAL;
            case "trust", "ident" -> certificate ? PROOF : NOTHING;
            case "password", "md5", "ldap", "pam", "bsd", "radius" -> certificate ? PROOF : READABLE_SECRET;
            default -> certificate ? PROOF_AND_CERTIFICATE : PROOF;
        };
    }
}
