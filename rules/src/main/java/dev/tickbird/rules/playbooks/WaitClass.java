// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.activity.Session;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a session that works waits for, by PostgreSQL's classes of wait events.
enum WaitClass {
    PROCESSOR(
            "",
            "for nothing: they compute, or wait for a processor",
            "Look for plans that compute too much, and for" + " more sessions than there are processors."),
    LOCK("Lock", "for locks of other sessions", "Run \"tickbird emergency locks\": it names the root."),
    IO(
            "IO",
            "for the disk",
            "Either more is read than was, such as by a plan that reads whole tables, or the disk is slow:"
                    + " compare with another day, and look at iostat on the host."),
    LIGHTWEIGHT(
            "LWLock",
            "for short locks inside the server",
            "Too many do the same at once: fewer sessions, by way of a" + " pooler, get more done."),
    PROCESS(
            "IPC",
            "for other processes",
            "SyncRep waits for a synchronous standby: run \"tickbird emergency"
                    + " replication\". Others wait for their own parallel workers."),
    CLIENT(
            "Client",
            "for their clients",
            "The application or the network takes the answers too slowly: the cause is not in" + " the server."),
    TIMEOUT("Timeout", "for time to pass", "They sleep because they were told to: pg_sleep, or the delay of a vacuum."),
    PIN("BufferPin", "for a page that another holds", "A cursor or a scan that stands still holds it."),
    EXTENSION("Extension", "for something that an extension does", "Ask the extension."),
    OTHER("*", "for something else", "The event's name tells.");

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
        return type == null
                ? PROCESSOR
                : Arrays.stream(values())
                        .filter(it -> it.type.equals(type))
                        .findFirst()
                        .orElse(OTHER);
    }

    /// Who waits so: `for the disk`.
    String words() {
        return words;
    }

    /// What that means, in full sentences.
    String hint() {
        return hint;
    }
}
