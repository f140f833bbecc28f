// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static dev.tickbird.observe.target.SharedServer.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that speaks TLS, with a certificate for `localhost` from an authority of our own. Needs `openssl`.
class EncryptionTest {

    private static final String SESSION = "select ssl::text from pg_stat_ssl where pid = pg_backend_pid()";

    @TempDir
    static Path folder;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws Exception {
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout ca.key -out ca.crt");
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stranger -keyout other.key -out other.crt");
        certificate("server", "localhost", "rsa:2048", "");
        certificate("ann", "ann", "rsa:2048", "");
        certificate("eve", "eve", "ec", "-pkeyopt ec_paramgen_curve:prime256v1");
        certificate("zoe", "zoe", "ed25519", "");
        openssl("pkcs8 -topk8 -nocrypt -in ann.key -outform DER -out ann.der");
        openssl("rsa -traditional -in ann.key -out ann.old.key");
        openssl("pkcs8 -topk8 -passout pass:s3cret -in ann.key -out ann.locked.key");
        openssl("pkcs12 -export -name user -passout pass:s3cret -in ann.crt -inkey ann.key -out ann.p12");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        server = EmbeddedServer.start(ServerOptions.of(18)
                .withTcp()
                .withSetting("ssl", "on")
                .withSetting("ssl_ca_file", file("ca.crt"))
                .withSetting("ssl_cert_file", file("server.crt"))
                .withSetting("ssl_key_file", file("server.key")));
        Files.writeString(server.dataFolder().resolve("pg_hba.conf"), """
                local     all all trust
                hostssl   all ann,eve,zoe 127.0.0.1/32 cert
                hostssl   all secure 127.0.0.1/32 trust
                hostnossl all plain 127.0.0.1/32 trust
                host      all postgres 127.0.0.1/32 trust
                """);
        server.restart();
        try (Connection connection = SharedServer.connect(
                        "host=" + server.socketFolder() + " port=" + server.port() + " user=postgres");
                var statement = connection.createStatement()) {
            for (String role : List.of("ann", "eve", "zoe", "secure", "plain")) {
                statement.execute("create role " + role + " login");
            }
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"disable,false", "allow,false", "prefer,true", "require,true"})
    void encryptsAsAsked(String mode, String encrypted) throws Exception {
        assertThat(session("sslmode=" + mode)).isEqualTo(encrypted);
    }

    @Test
    void triesTheOtherWayWhenTheServerWantsIt() throws Exception {
        assertThat(session("sslmode=allow user=secure")).isEqualTo("true");
        assertThat(session("sslmode=prefer user=plain")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void verifiesTheServer(String mode) throws Exception {
        assertThat(session("sslmode=" + mode + " sslrootcert=" + file("ca.crt")))
                .isEqualTo("true");
        assertThat(failure("sslmode=" + mode + " sslrootcert=" + file("other.crt")))
                .endsWith(": the server's certificate is not signed by an authority that is trusted");
    }

    @Test
    void negotiatesDirectly() throws Exception {
        assertThat(session("sslmode=require sslnegotiation=direct")).isEqualTo("true");
    }

    @Test
    void verifiesTheNameOnlyWhenAsked() throws Exception {
        String other = " host=127.0.0.1 sslrootcert=" + file("ca.crt");
        assertThat(session("sslmode=verify-ca" + other)).isEqualTo("true");
        assertThat(failure("sslmode=verify-full" + other))
                .endsWith(": the server's certificate is not for host name \"127.0.0.1\"");
    }

    @Test
    void verifiesUnderRequireWhenThereIsARootCertificate() {
        assertThat(failure("sslmode=require sslrootcert=" + file("other.crt")))
                .endsWith(": the server's certificate is not signed by an authority that is trusted");
    }

    @Test
    void trustsTheSystemsAuthoritiesWhenTold() {
        assertThat(failure("sslrootcert=system"))
                .endsWith(": the server's certificate is not signed by an authority that is trusted");
    }

    @ParameterizedTest
    @CsvSource({
        "user=ann sslcert=ann.crt sslkey=ann.key",
        "user=ann sslcert=ann.crt sslkey=ann.der",
        "user=ann sslkey=ann.p12 sslpassword=s3cret",
        "user=eve sslcert=eve.crt sslkey=eve.key",
        "user=zoe sslcert=zoe.crt sslkey=zoe.key"
    })
    void showsACertificate(String parameters) throws Exception {
        assertThat(session(parameters.replaceAll("(sslcert|sslkey)=", "$1=" + folder + "/")))
                .isEqualTo("true");
    }

    @Test
    void showsTheCertificateInTheHomeFolder(@TempDir Path home) throws Exception {
        Path certificates = Files.createDirectory(home.resolve(".postgresql"));
        Files.copy(folder.resolve("ann.crt"), certificates.resolve("postgresql.crt"));
        Files.copy(folder.resolve("ann.key"), certificates.resolve("postgresql.key"));
        Files.copy(folder.resolve("ca.crt"), certificates.resolve("root.crt"));
        Path key = certificates.resolve("postgresql.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (Connection connection =
                SharedServer.connect(target("user=ann sslmode=verify-full"), Surroundings.at(home))) {
            assertThat(ask(connection, SESSION)).isEqualTo("true");
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        TickbirdException failure = catchThrowableOfType(
                TickbirdException.class,
                () -> SharedServer.connect(target("user=ann sslmode=require"), Surroundings.at(home)));
        assertThat(failure.message()).contains("private key file").contains("has group or world access");
    }

    @ParameterizedTest
    @CsvSource({"ann.old.key,RSA PRIVATE KEY", "ann.locked.key,ENCRYPTED PRIVATE KEY"})
    void saysHowToConvertAKeyThatJavaCannotRead(String key, String kind) {
        TickbirdException refusal = catchThrowableOfType(
                TickbirdException.class, () -> session("sslcert=" + file("ann.crt") + " sslkey=" + file(key)));
        assertThat(refusal.message())
                .isEqualTo("private key file \"" + file(key) + "\" has a format that cannot be read (" + kind + ")");
        assertThat(refusal.hint()).contains("openssl pkcs8 -topk8 -nocrypt -in " + file(key));
    }

    @Test
    void saysThatTheServerDoesNotEncrypt() {
        TickbirdException failure = catchThrowableOfType(
                TickbirdException.class, () -> SharedServer.connect(SharedServer.byTcp() + " sslmode=require"));
        assertThat(failure.message()).endsWith(": the server does not support TLS, but sslmode require asks for it");
    }

    @Test
    void saysThatTheServerWantsEncryption() {
        TickbirdException failure =
                catchThrowableOfType(TickbirdException.class, () -> session("sslmode=disable user=secure"));
        assertThat(failure.message()).contains("no pg_hba.conf entry for host").endsWith("no encryption");
        assertThat(failure.hint()).contains("try sslmode=require");
    }

    private static String session(String parameters) throws Exception {
        try (Connection connection = SharedServer.connect(target(parameters))) {
            return ask(connection, SESSION);
        }
    }

    private static String failure(String parameters) {
        return catchThrowableOfType(TickbirdException.class, () -> session(parameters))
                .message();
    }

    private static String target(String parameters) {
        return "host=localhost port=" + server.port() + " user=postgres dbname=postgres " + parameters;
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void certificate(String name, String subject, String algorithm, String options) throws Exception {
        openssl("req -newkey " + algorithm + " " + options + " -nodes -subj /CN=" + subject
                + " -addext subjectAltName=DNS:" + subject + " -keyout " + name + ".key -out " + name + ".csr");
        openssl("x509 -req -in " + name
                + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -copy_extensions copy -out " + name + ".crt");
    }

    private static void openssl(String arguments) throws Exception {
        Process process = new ProcessBuilder(("openssl " + arguments).split(" +"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
