// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beRecords;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tickbird.app.cli.Main;
import dev.tickbird.app.report.Terminal;
import dev.tickbird.model.Fact;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which part of the program may know which, and what each may do.
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tickbird");

    @Test
    void looksAtTheWholeProgram() {
        assertThat(PROGRAM).hasSizeGreaterThan(350);
        assertThat(PROGRAM.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("model", "observe", "rules", "server", "lab", "app", "testkit");
    }

    @Test
    void modelKnowsNobody() {
        knows("model", "java..", "org.jspecify..", "com.google.errorprone..");
    }

    @Test
    void rulesKnowOnlyTheModel() {
        knows("rules", "dev.tickbird.model..", "java..", "org.jspecify..", "com.google.errorprone..");
    }

    @Test
    void observeKnowsOnlyTheModel() {
        knowsOfUs("observe", "dev.tickbird.model..");
    }

    @Test
    void serverKnowsNobody() {
        knowsOfUs("server");
    }

    @Test
    void labKnowsNoRuleAndNoFrontDoor() {
        knowsOfUs("lab", "dev.tickbird.model..", "dev.tickbird.observe..", "dev.tickbird.server..");
    }

    @Test
    void testkitKnowsNoRuleAndNoFrontDoor() {
        knowsOfUs("testkit", "dev.tickbird.model..", "dev.tickbird.observe..", "dev.tickbird.server..");
    }

    @Test
    void theProgramKnowsNoTestAndNoDocument() {
        noClasses()
                .that()
                .resideInAPackage("dev.tickbird.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tickbird.testkit..", "dev.tickbird.docs..", "dev.tickbird.bench..", "org.junit..")
                .check(PROGRAM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tickbird.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(type(Catalogue.class), nameMatching(".*Rules")) // lists of what implements its Rule
                .check(PROGRAM);
    }

    @Test
    void modelAndRulesArePure() {
        noClasses()
                .that(resideInAnyPackage("dev.tickbird.model..", "dev.tickbird.rules.."))
                .and(not(type(RulePage.class))) // a rule's text lies beside its class
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent.locks.."))
                .orShould()
                .dependOnClassesThat(assignableTo(Clock.class)
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(System.Logger.class))
                        .or(assignableTo(java.util.Random.class)))
                .orShould()
                .callMethodWhere(
                        isCall(resideInAnyPackage("java.."), "now|currentTimeMillis|nanoTime|getProperty|getenv"))
                .as("model and rules see no clock, no file, no network, no database and no log")
                .check(PROGRAM);
    }

    @Test
    void onlyFrontDoorsSpeakToTheUser() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.tickbird.app.cli..", "dev.tickbird.app.demo..", "dev.tickbird.bench..")))
                .and(not(type(Stats.class)))
                .and(not(type(Terminal.class))) // asks stdout what it can show
                .should()
                .accessTargetWhere(isField(System.class, "out|err"))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .as("only app.cli and app.demo write to stdout and stderr, or end the program")
                .check(PROGRAM);
    }

    @Test
    void onlyFewPlacesRunSql() {
        DescribedPredicate<JavaClass> places = resideInAnyPackage(
                        "dev.tickbird.server..",
                        "dev.tickbird.lab..",
                        "dev.tickbird.testkit..",
                        "dev.tickbird.app.demo..",
                        "dev.tickbird.bench..")
                .or(nameMatching("dev\\.tickbird\\.observe\\.(ReadTransaction|target\\.Connector)(\\$.*)?"));
        noClasses()
                .that(not(places))
                .should()
                .callMethodWhere(isCall(
                        assignableTo(Statement.class).or(assignableTo(Connection.class)),
                        "execute.*|prepare.*|addBatch|createStatement"))
                .as("only server, lab, testkit, bench, app.demo, and Connector and ReadTransaction of observe run SQL")
                .check(PROGRAM);
    }

    @Test
    void nobodyLogsButThroughTheJdk() {
        noClasses()
                .that(not(type(Main.class))) // keeps the driver's log from the user
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging.."))
                .check(PROGRAM);
    }

    @Test
    void nobodyThrowsWhatSaysNothing() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PROGRAM);
    }

    @Test
    void packagesAreNamedAfterWhatTheyHold() {
        noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..impl..",
                        "..helper..",
                        "..helpers..",
                        "..manager..",
                        "..misc.."))
                .check(PROGRAM);
    }

    @Test
    void rulesAreRecords() {
        classes().that().implement(Rule.class).should(beRecords()).check(PROGRAM);
        assertThat(Catalogue.rules()).allMatch(rule -> rule.getClass().isRecord());
    }

    @Test
    void factsAreRecords() {
        classes()
                .that()
                .areAssignableTo(Fact.class)
                .and()
                .areNotInterfaces()
                .should(beRecords())
                .check(PROGRAM);
    }

    @Test
    void familiesAreSmall() {
        assertThat(Catalogue.rules().stream().collect(Collectors.groupingBy(Rule::family, Collectors.counting())))
                .allSatisfy((family, rules) -> assertThat(rules).as(family).isLessThanOrEqualTo(12));
    }

    private static void knows(String module, String... packages) {
        classes()
                .that()
                .resideInAPackage("dev.tickbird." + module + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packages).or(resideInAnyPackage("dev.tickbird." + module + "..")))
                .check(PROGRAM);
    }

    private static void knowsOfUs(String module, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("dev.tickbird." + module + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.tickbird..")
                        .and(not(resideInAnyPackage(packages)))
                        .and(not(resideInAnyPackage("dev.tickbird." + module + ".."))))
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaAccess<?>> isCall(DescribedPredicate<? super JavaClass> owner, String names) {
        return DescribedPredicate.describe(
                names,
                access -> owner.test(access.getTargetOwner())
                        && access.getTarget().getName().matches(names));
    }

    private static DescribedPredicate<JavaAccess<?>> isField(Class<?> type, String names) {
        return DescribedPredicate.describe(
                "field " + names + " of " + type.getSimpleName(),
                access -> access.getTargetOwner().isEquivalentTo(type)
                        && access.getTarget().getName().matches(names));
    }
}
