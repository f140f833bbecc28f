// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// A PostgreSQL of our own: started from nothing, gone without a trace when closed.
public final class EmbeddedServer implements AutoCloseable {
    private final ServerOptions options;
    private final ServerFolder folder;
    private final DataFolder data;
    private final Address address;
    private final Postmaster postmaster;
    private final Thread atExit = new Thread(this::remove, "tickbird-server-exit");
    private boolean removed;

    private EmbeddedServer(ServerOptions options, OrdinaryUser user, ServerFolder folder, Address address) {
        this.options = options;
        this.folder = folder;
        this.address = address;
        data = new DataFolder(folder.data(), options.binaries(), user);
        postmaster = new Postmaster(data, folder.log());
    }

    /// Starts a fresh server, after sweeping what killed runs left.
    public static EmbeddedServer start(ServerOptions options) {
        return start(options, OrdinaryUser.find());
    }

    static EmbeddedServer start(ServerOptions options, OrdinaryUser user) {
        String password = UUID.randomUUID().toString(); // 122 bits of SecureRandom
        EmbeddedServer server = create(options, user, password);
        server.folder.sweep(options.binaries(), user);
        server.begin(() -> {
            server.data.initialise(options.initdb());
            if (options.tcp()) {
                server.data.setPassword(password);
            }
            server.data.authenticate();
        });
        return server;
    }

    /// Starts a standby with the options and the password of its primary. The primary is stopped while its data folder
    /// is copied, and then started again. Tablespaces are not copied.
    public static EmbeddedServer startStandbyOf(EmbeddedServer primary) {
        EmbeddedServer standby = create(primary.options, primary.data.user(), primary.address.password());
        standby.begin(() -> {
            primary.stop();
            try {
                standby.data.copyFrom(primary.dataFolder());
            } finally {
                primary.launch();
            }
            standby.data.follow(primary.address.connection());
        });
        return standby;
    }

    private static EmbeddedServer create(ServerOptions options, OrdinaryUser user, String password) {
        var folder = ServerFolder.create(user, options.onDisk());
        var address = Address.in(folder.path(), options.tcp(), password);
        var server = new EmbeddedServer(options, user, folder, address);
        server.removeAtExit();
        return server;
    }

    private void removeAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            remove();
        }
    }

    /// The program's exit waits for it, for what is not complete cannot be removed.
    private synchronized void begin(Runnable preparation) {
        if (removed) {
            throw new ServerException("cannot start a server while the program ends", "", "");
        }
        try {
            preparation.run();
            data.configure(address.settings());
            data.configure(options.settings()); // last, so that they win
            launch();
        } catch (ServerException e) {
            ServerException told = outOfSpace().orElse(e);
            close();
            throw told;
        }
    }

    private void launch() {
        postmaster.start(options.durable() ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    }

    /// Stops it if it runs, and starts it: the way back after [#stop()] and [#kill()], too.
    public void restart() {
        stop();
        launch();
    }

    /// What to say instead of a failure of the moment, if its reason is that the disk is full.
    public Optional<ServerException> outOfSpace() {
        return folder.room().instead();
    }

    /// Has it read its configuration files again. Returns when it was told, which is before every session knows.
    public void reload() {
        postmaster.reload();
    }

    /// Lets it die as in a crash: sessions are cut, nothing is written, the next start recovers.
    public void kill() {
        postmaster.stop("immediate");
    }

    /// Stops it orderly, if it runs, and keeps its folder. Sessions are ended.
    public void stop() {
        postmaster.stop("fast");
    }

    /// Stops it and deletes its folder, unless it is kept.
    @Override
    public void close() {
        forgetExit();
        remove();
    }

    /// Lets it live on under this name when the program ends. No sweep takes it, only [#removeKept].
    public synchronized void keep(String name) {
        folder.keep(name);
        forgetExit();
        removed = true;
    }

    /// Stops the servers that programs of this user have kept under this name, deletes their folders, and says how many
    /// there were.
    public static int removeKept(String name, Binaries binaries) {
        var user = OrdinaryUser.find();
        var folder = ServerFolder.create(user, true);
        try {
            return folder.removeKept(name, binaries, user);
        } finally {
            folder.delete();
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is at its exit already, and the hook runs or will.
        }
    }

    private synchronized void remove() {
        if (!removed) {
            removed = true;
            kill(); // nothing of it is needed any more
            folder.delete();
        }
    }

    /// Where its socket is; only its owner can look in.
    public Path socketFolder() {
        return address.socketFolder();
    }

    public int port() {
        return address.port();
    }

    public Path dataFolder() {
        return data.path();
    }

    public Path logFile() {
        return folder.log();
    }

    /// The superuser's password, where one is asked for.
    public Optional<String> password() {
        return options.tcp() ? Optional.of(address.password()) : Optional.empty();
    }

    /// How the superuser connects to a database, as libpq takes it. With a password in it, so not for a log.
    public String uri(String database) {
        return address.uri(database);
    }
}
