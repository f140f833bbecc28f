// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who runs the server's programs: PostgreSQL refuses to run as root, so root must become somebody else first.
enum OrdinaryUser {
    /// We are one ourselves.
    SELF,

    /// Root in a user namespace of its own, where it is nobody in particular. The files stay root's.
    NAMESPACE,

    /// Root steps down to `nobody`, who must own the files.
    NOBODY,

    /// The same, where `setpriv` is missing.
    NOBODY_BY_LOGIN;

    private static final Logger LOG = System.getLogger(OrdinaryUser.class.getName());

    /// The first way that works here.
    static OrdinaryUser find() {
        if (!isRoot()) {
            return SELF;
        }
        return Stream.of(NAMESPACE, NOBODY, NOBODY_BY_LOGIN)
                .filter(OrdinaryUser::works)
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        "cannot start a server as root",
                        "Neither unshare nor setpriv nor runuser gave an unprivileged user.",
                        "Run Tickbird as an ordinary user."));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    boolean works() {
        try {
            Output id = execute(List.of("id", "-u"), "");
            return id.succeeded() && !id.text().strip().equals("0");
        } catch (IOException e) { // the program is not installed
            return false;
        }
    }

    /// Makes the user owner of a file or folder we have created.
    void own(Path path) throws IOException {
        if (this == NOBODY || this == NOBODY_BY_LOGIN) {
            var nobody = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(path, nobody);
        }
    }

    /// Runs a program and waits for its end.
    Output run(List<String> command) {
        return run(command, "");
    }

    /// The same, with some text to read.
    Output run(List<String> command, String input) {
        try {
            return execute(command, input);
        } catch (IOException e) {
            throw new ServerException("could not run \"" + command.getFirst() + "\"", e);
        }
    }

    private List<String> prefix() {
        return switch (this) {
            case SELF -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");
            case NOBODY_BY_LOGIN -> List.of("runuser", "-u", "nobody", "--");
        };
    }

    private Output execute(List<String> command, String input) throws IOException {
        var words = new ArrayList<>(prefix());
        words.addAll(command);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.directory(Path.of("/").toFile()); // our own may be closed to the user
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG")); // PGPORT and the like change a server
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC"); // else initdb tries every time zone there is
        Process process = builder.start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} did not read its input", command.getFirst()); // its output says why
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.onExit().join().exitValue(), text);
    }

    /// What a program said, errors included, and its exit status.
    record Output(int status, String text) {
        boolean succeeded() {
            return status == 0;
        }

        /// Fails when the program failed, with its own words as the detail.
        void orFail(String title) {
            if (!succeeded()) {
                throw new ServerException(title, text.strip(), "");
            }
        }
    }
}
