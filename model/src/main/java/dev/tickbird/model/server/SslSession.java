// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// How a session is protected on its way: TLS, GSSAPI or nothing. Tickbird's own session is among them.
///
/// @param clientAddress null on a Unix socket
/// @param version such as `TLSv1.3`; null without TLS
/// @param clientName the distinguished name in the client's certificate; null if it showed none
public record SslSession(
        int pid,
        @Nullable String database,
        @Nullable String role,
        String application,
        @Nullable String clientAddress,
        boolean own,
        boolean ssl,
        @Nullable String version,
        @Nullable String cipher,
        @Nullable Integer bits,
        @Nullable String clientName,
        boolean gssEncrypted)
        implements Fact {}
