// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.activity.Session;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a session that works waits for, by PostgreSQL's classes of wait events.
enum WaitClass {
    PROCESSOR(
            "",
            "compute, or wait for a processor",
            "Look for plans that compute too much, and for more sessions than there are processors."),
    LOCK("Lock", "wait for locks of other sessions", "Run \"tickbird emergency locks\": it names the root."),
    IO(
            "IO",
            "wait for the disk",
            "Either more is read than was, such as by a plan that reads whole tables, or the disk is slow:"
                    + " compare with another day, and look at iostat on the host."),
    LIGHTWEIGHT(
            "LWLock",
            "wait for short locks inside the server",
            "Too many do the same at once: fewer sessions, by way of a pooler, get more done."),
    PROCESS(
            "IPC",
            "wait for other processes",
            "SyncRep waits for a synchronous standby: run \"tickbird emergency replication\"."),
    WORKERS("IPC", "wait for their own parallel workers", "They work: count the workers as processors that are taken."),
    CLIENT(
            "Client",
            "wait for their clients",
            "The application or the network takes the answers too slowly: the cause is not in the server."),
    TIMEOUT("Timeout", "wait for time to pass", "They sleep because they were told to, as by pg_sleep."),
    PIN("BufferPin", "wait for a page that another holds", "A cursor or a scan that stands still holds it."),
    EXTENSION("Extension", "wait for something that an extension does", "Ask the extension."),
    OTHER("*", "wait for something else", "The event's name tells.");

    private static final Pattern OF_WORKERS =
            Pattern.compile("Hash.*|Execute.*|Parallel.*|AppendReady|Bgworker.*|MessageQueue.*");

    private final String type;
    private final String words;
    private final String hint;

    WaitClass(String type, String words, String hint) {
        this.type = type;
        this.words = words;
        this.hint = hint;
    }

    static WaitClass of(Session session) {
        @Nullable String type = session.waitEventType();
        @Nullable String event = session.waitEvent();
        if (type == null) {
            return PROCESSOR;
        }
        if (type.equals(WORKERS.type)
                && event != null
                && OF_WORKERS.matcher(event).matches()) {
            return WORKERS;
        }
        return Arrays.stream(values())
                .filter(it -> it.type.equals(type))
                .findFirst()
                .orElse(OTHER);
    }

    /// Whether it keeps a statement from its work.
    boolean isHarm() {
        return switch (this) {
            case PROCESSOR, WORKERS, CLIENT, TIMEOUT -> false;
            case LOCK, IO, LIGHTWEIGHT, PROCESS, PIN, EXTENSION, OTHER -> true;
        };
    }

    /// What they do who wait so: `wait for the disk`.
    String words() {
        return words;
    }

    /// What that means, in full sentences.
    String hint() {
        return hint;
    }
}
