// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path home;

    @Test
    void takesTheFirstLineThatMatches() throws Exception {
        write("""
                # db.example:5432:shop:bob:comment
                db.example:5433:*:bob:other port
                db.example:*:shop:bob:first
                *:*:*:*:any
                """);
        assertThat(password("postgres://bob@db.example/shop")).contains("first");
        assertThat(password("postgres://bob@db.example:5433/x")).contains("other port");
        assertThat(password("postgres://eve@db.example/shop")).contains("any");
    }

    @Test
    void understandsBackslashes() throws Exception {
        write("a\\:b:5432:sh\\\\op:bob:p\\:w\\\\d:ignored\n\\*:5432:*:*:no wildcard\n");
        assertThat(password("host=a:b dbname='sh\\\\op' user=bob")).contains("p:w\\d");
        assertThat(password("host=x dbname=y")).isEmpty();
    }

    @Test
    void callsTheDefaultSocketLocalhost() throws Exception {
        write("localhost:*:*:*:local\n/tmp/sockets:*:*:*:elsewhere\n");
        assertThat(password("dbname=shop")).contains("local");
        assertThat(password("host=/tmp/sockets")).contains("elsewhere");
        assertThat(password("host=localhost")).contains("local");
    }

    @Test
    void knowsEachHostByItsOwnName() throws Exception {
        write("b.example:*:*:*:second\n");
        LiveTarget target = (LiveTarget) Target.parse("host=a.example,b.example", Surroundings.at(home));
        assertThat(target.password(target.endpoints().get(0))).isEmpty();
        assertThat(target.password(target.endpoints().get(1)).map(Password::text))
                .contains("second");
    }

    @Test
    void isNotUsedWhenOthersMayReadIt() throws Exception {
        Path file = write("*:*:*:*:secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        LiveTarget target = (LiveTarget) Target.parse("host=a", Surroundings.at(home));
        assertThat(target.password(target.endpoints().getFirst())).isEmpty();
        assertThat(target.warnings())
                .containsExactly("password file \"" + file
                        + "\" has group or world access and is not used; permissions should be u=rw (0600) or less");
    }

    @Test
    void isNotUsedWhenAPasswordIsGiven() throws Exception {
        write("*:*:*:*:from file\n");
        assertThat(password("host=a password=given")).contains("given");
    }

    @Test
    void standsWhereTheEnvironmentSays() throws Exception {
        Path file = Files.move(write("*:*:*:*:moved\n"), home.resolve("elsewhere"));
        LiveTarget target =
                (LiveTarget) Target.parse("host=a", Surroundings.with(Map.of("PGPASSFILE", file.toString())));
        assertThat(target.password(target.endpoints().getFirst())).contains(new Password("moved", file + " line 1"));
    }

    private Path write(String lines) throws Exception {
        Path file = Files.writeString(home.resolve(".pgpass"), lines);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Optional<String> password(String text) {
        LiveTarget target = (LiveTarget) Target.parse(text, Surroundings.at(home));
        return target.password(target.endpoints().getFirst()).map(Password::text);
    }
}
