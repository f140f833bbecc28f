// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Settlement;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.CaseFile;
import dev.tickbird.testkit.Doctor;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import dev.tickbird.testkit.Transcript;
import dev.tickbird.testkit.Ward;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./dev new-rule` writes is a rule that works: a stranger has only to replace it.
class NewRuleTest {

    private static final Path TEMPLATE = Repository.ROOT.resolve("rules/src/test/new-rule");
    private static final int MAJOR = 18;

    @TempDir
    private Path folder;

    @Test
    void findsItsSicknessCuresItAndSparesTheLookAlike() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled().toUri().toURL()})) {
            Rule rule = (Rule) loader.loadClass("dev.tickbird.rules.example.EmptiedTable")
                    .getConstructor()
                    .newInstance();
            Doctor doctor = new Examining(rule);
            CaseFile fires = copy("fires.sql");
            Files.writeString(fires.approved(), Transcript.of(found(fires, doctor)));
            Ward.run(fires, doctor, MAJOR);
            Ward.run(copy("silent_look_alike.sql"), doctor, MAJOR);
        }
    }

    private Path compiled() throws Exception {
        String source = Files.readString(TEMPLATE.resolve("NAME.java"))
                .replace("FAMILY", "example")
                .replace("NAME", "EmptiedTable");
        Path file = Files.writeString(folder.resolve("EmptiedTable.java"), source);
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
        assertThat(outcome).isZero();
        return folder;
    }

    private CaseFile copy(String name) throws Exception {
        return CaseFile.read(Files.copy(TEMPLATE.resolve(name), folder.resolve(name)));
    }

    private static List<Finding> found(CaseFile file, Doctor doctor) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(MAJOR));
                Connection connection = database.connect()) {
            Script.run(connection, Files.readString(file.path()));
            return doctor.examine(database.snapshot(doctor.needs()));
        }
    }

    private record Examining(Rule rule) implements Doctor {

        @Override
        public Set<Class<? extends Fact>> needs() {
            return examiner().needs();
        }

        @Override
        public List<Finding> examine(Snapshot snapshot) {
            return examiner().examine(snapshot).findings();
        }

        private Examiner examiner() {
            return new Examiner(List.of(rule), Settlement.NONE);
        }
    }
}
