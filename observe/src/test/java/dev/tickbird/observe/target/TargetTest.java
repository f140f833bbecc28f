// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://bob@db.example/shop                        | db.example:5432/shop         | bob
            postgresql://bob:secret@db.example:5433/shop          | db.example:5433/shop         | bob
            postgres://bob:a%40b%2Fc%25@db.example/my%20shop      | db.example:5432/my shop      | bob
            postgres://b%6fb@db.example                           | db.example:5432/bob          | bob
            postgres://a.example,b.example:5433/shop              | a.example:5432,b.example:5433/shop | ann
            postgres://[::1]:5433/shop                            | [::1]:5433/shop              | ann
            postgres://[2001:db8::1],b.example/shop               | [2001:db8::1]:5432,b.example:5432/shop | ann
            postgres:///shop?host=db.example&port=5433&user=bob   | db.example:5433/shop         | bob
            postgres://%2Ftmp%2Fsockets/shop                      | /tmp/sockets:5432/shop       | ann
            postgres:///shop?host=/tmp/sockets                    | /tmp/sockets:5432/shop       | ann
            postgres://bob:what?@db.example/shop?user=eve         | db.example:5432/shop         | eve
            host=db.example dbname=shop user=bob                  | db.example:5432/shop         | bob
            host = db.example   dbname = 'my shop'                | db.example:5432/my shop      | ann
            host=db.example dbname='it\\'s \\\\ here'             | db.example:5432/it's \\ here | ann
            host=db.example dbname=my\\ shop                      | db.example:5432/my shop      | ann
            host=a.example,b.example port=5433 dbname=shop        | a.example:5433,b.example:5433/shop | ann
            host=a.example,b.example port=1,2 dbname=shop         | a.example:1,b.example:2/shop | ann
            hostaddr=10.0.0.1 dbname=shop                         | 10.0.0.1:5432/shop           | ann
            host=a.example host=b.example dbname=''               | b.example:5432/ann           | ann
            """)
    void readsWhatLibpqReads(String text, String display, String role) {
        LiveTarget target = live(text, Surroundings.empty());
        assertThat(target.display()).isEqualTo(display);
        assertThat(target.role()).isEqualTo(role);
    }

    @Test
    void looksForTheSocketOfTheUsersOwnDatabaseByDefault() {
        LiveTarget target = live("", Surroundings.empty());
        assertThat(target.display()).isEqualTo(Environment.socketFolder() + ":5432/ann");
        assertThat(target.endpoints()).allMatch(Endpoint::isSocket);
    }

    @Test
    void takesAPlainWordForADatabase() {
        assertThat(live("shop", Surroundings.with("PGHOST", "db.example")).display())
                .isEqualTo("db.example:5432/shop");
    }

    @Test
    void prefersTheTextToTheServiceAndTheServiceToTheEnvironment(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve(".pg_service.conf"), """
                # our servers
                [test]
                host=test.example

                [prod]
                host=prod.example
                port=5433
                user=keeper
                [later]
                host=later.example
                """);
        Environment environment =
                new Environment(Map.of("PGHOST", "env.example", "PGPORT", "5434", "PGDATABASE", "env"), home, "ann");
        assertThat(live("service=prod user=bob", environment).display()).isEqualTo("prod.example:5433/env");
        assertThat(live("service=prod user=bob", environment).role()).isEqualTo("bob");
        assertThat(live("postgres:///shop?service=test", environment).display()).isEqualTo("test.example:5434/shop");
        assertThat(live("", new Environment(Map.of("PGSERVICE", "prod"), home, "ann"))
                        .display())
                .isEqualTo("prod.example:5433/keeper");
    }

    @Test
    void looksForServicesWhereTheEnvironmentSays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.conf"), "[a]\nhost=a.example\n");
        Files.writeString(folder.resolve("pg_service.conf"), "[b]\nhost=b.example\n");
        Environment environment =
                Surroundings.with(Map.of("PGSERVICEFILE", file.toString(), "PGSYSCONFDIR", folder.toString()));
        assertThat(live("service=a", environment).display()).startsWith("a.example");
        assertThat(live("service=b", environment).display()).startsWith("b.example");
        assertThat(refusal("service=c", environment).message())
                .startsWith("definition of service \"c\" not found in \"" + file);
    }

    @Test
    void saysWhichServiceWasProbablyMeant(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve(".pg_service.conf"), "[production]\nhost=a.example\n[x]\nservice=production\n");
        assertThat(refusal("service=prodction", Surroundings.at(home)).hint())
                .isEqualTo("Did you mean \"production\"?");
        assertThat(refusal("service=x", Surroundings.at(home)).message()).endsWith(".pg_service.conf\", line 4");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        TickbirdException refusal = refusal(
                "hots=x port=99999 sslmode=verify sslcrl=/x connect_timeout=soon", Surroundings.with("PGPORT", "1"));
        assertThat(refusal.kind()).isEqualTo(TickbirdException.Kind.USAGE);
        assertThat(refusal.message())
                .isEqualTo("invalid connection parameter \"hots\"; invalid value \"verify\" of connection parameter"
                        + " \"sslmode\" in the connection string; connection parameter \"sslcrl\" in the connection"
                        + " string is not supported; invalid port number \"99999\" in the connection string; invalid"
                        + " connect_timeout \"soon\"");
        assertThat(refusal.hint()).contains("Did you mean \"host\"?", "A port is a number from 1 to 65535.");
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThat(refusal("", Surroundings.with("PGPORT", "five")).message())
                .isEqualTo("invalid port number \"five\" in PGPORT");
        assertThat(refusal("", Surroundings.with("PGREQUIREPEER", "postgres")).message())
                .isEqualTo("connection parameter \"requirepeer\" in PGREQUIREPEER is not supported");
        assertThat(refusal("", Surroundings.with("PGGSSENCMODE", "require")).message())
                .contains("\"gssencmode\" in PGGSSENCMODE is not supported");
    }

    @Test
    void acceptsWhatChangesNothing() {
        Environment environment = Surroundings.with(Map.of(
                "PGHOST", "db.example", "PGAPPNAME", "x", "PGCLIENTENCODING", "LATIN1", "PGGSSENCMODE", "prefer"));
        assertThat(live("dbname=shop keepalives=0 replication=off", environment).display())
                .isEqualTo("db.example:5432/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://bob:s3cret/x@db.example/shop",
                "postgres://bob:s3cret@x@db.example/shop",
                "postgres://bob:s3cret%zz@db.example:x/shop",
                "postgres://bob:s3cret@db.example:x/shop?what=1",
                "password=s3cret port=x",
                "password=a s3cret host=x",
                "password=a s3cret=b host=x",
                "password='s3cret",
                "bob:s3cret@db.example/shop",
                "sslpassword=s3cret sslmode=no",
                "scram_client_key=s3cret"
            })
    void neverRepeatsAPassword(String text) {
        TickbirdException refusal = refusal(text, Surroundings.with("PGPASSWORD", "s3cret"));
        assertThat(refusal.message() + refusal.hint()).doesNotContain("s3cret");
    }

    @Test
    void printsNoPassword() {
        Environment environment = Surroundings.with("PGPASSWORD", "s3cret");
        LiveTarget target = live("postgres://bob@db.example/shop?sslpassword=s3cret", environment);
        Endpoint endpoint = target.endpoints().getFirst();
        assertThat(target.password(endpoint)).isPresent();
        assertThat(target.toString()
                        + target.display()
                        + target.parameters()
                        + target.password(endpoint)
                        + target.encryption()
                        + endpoint
                        + environment
                        + Target.parse("password=s3cret", environment))
                .doesNotContain("s3cret")
                .contains("PGPASSWORD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host=a,b port=1,2,3       | could not match 3 port numbers to 2 hosts
            host=a,b hostaddr=1.1.1.1 | could not match 2 host names to 1 hostaddr values
            postgres://[::1/shop      | missing "]" after the IPv6 address in the connection URI
            postgres://[::1]x/shop    | unexpected text after the IPv6 address in the connection URI
            postgres://a/shop?port    | missing "=" in a parameter of the connection URI
            postgres://a/sh%6         | invalid percent-encoding in the connection URI
            host=a dbname             | missing "=" after the value of "host" in the connection string
            dbname='shop              | unterminated quoted value of "dbname" in the connection string
            host=@abstract            | cannot connect to socket "@abstract" in the abstract namespace
            jdbc:postgresql://a/shop  | target is a JDBC URL
            mysql://a/shop            | target "mysql://a/shop" is neither a connection string nor an existing file
            host=a sslmode=allow sslrootcert=system | weak sslmode "allow" cannot be used with sslrootcert=system
            host=a sslnegotiation=direct | weak sslmode "prefer" cannot be used with sslnegotiation=direct
            host=a sslmode=verify-ca  | root certificate file "/nonexistent/home/.postgresql/root.crt" does not exist
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThat(refusal(text, Surroundings.empty()).message()).isEqualTo(message);
    }

    @Test
    void takesFilesForSnapshots(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("host=x"));
        assertThat(Target.parse(file.toString(), Surroundings.empty())).isEqualTo(new FileTarget(file));
        assertThat(Target.parse("missing.tickbird", Surroundings.empty()))
                .isEqualTo(new FileTarget(Path.of("missing.tickbird")));
        assertThat(Target.parse("a/missing.json.gz", Surroundings.empty()).display())
                .isEqualTo("a/missing.json.gz");
        assertThatThrownBy(() -> Target.parse(folder.toString(), Surroundings.empty()))
                .hasMessageEndingWith("is neither a connection string nor an existing file");
    }

    private static LiveTarget live(String text, Environment environment) {
        return (LiveTarget) Target.parse(text, environment);
    }

    private static TickbirdException refusal(String text, Environment environment) {
        return catchThrowableOfType(TickbirdException.class, () -> Target.parse(text, environment));
    }
}
