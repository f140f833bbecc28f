// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import org.jspecify.annotations.Nullable;

/// A ghost that could not be made, in PostgreSQL's voice.
public final class GhostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GhostException(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + cause.getMessage(), cause);
    }
}
