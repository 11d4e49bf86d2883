package org.claimdesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which: the table of the design, and the two small packages under it. */
class BordersTest {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.claimdesk");

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(Map.entry("text", Set.of()),
            Map.entry("sql", Set.of()), Map.entry("fetch", Set.of("problem")), Map.entry("content", Set.of("problem")),
            Map.entry("local", Set.of()), Map.entry("problem", Set.of("text")),
            Map.entry("people", Set.of("problem")), Map.entry("web", Set.of("people", "problem", "sql")),
            Map.entry("tlog", Set.of()), Map.entry("zip", Set.of()), Map.entry("export", Set.of()),
            Map.entry("command", Set.of("content", "ledger", "tlog", "zip")),
            Map.entry("live", Set.of("ledger", "people", "problem", "sql")),
            Map.entry("ledger", Set.of("tlog", "people", "problem", "sql", "web")),
            Map.entry("article",
                    Set.of("text", "content", "fetch", "people", "ledger", "problem", "sql", "web")),
            Map.entry("evidence",
                    Set.of("content", "fetch", "text", "people", "ledger", "problem", "sql", "web")),
            Map.entry("claim",
                    Set.of("article", "evidence", "content", "text", "people", "ledger", "problem", "sql", "web")),
            Map.entry("galley",
                    Set.of("article", "claim", "standards", "live", "text", "people", "ledger", "problem", "sql",
                            "web")),
            Map.entry("packet",
                    Set.of("claim", "evidence", "export", "content", "text", "people", "ledger", "tlog", "zip",
                            "problem",
                            "sql")),
            Map.entry("matching", Set.of("claim", "article", "people", "ledger", "problem", "sql", "web")),
            Map.entry("standards",
                    Set.of("claim", "article", "evidence", "export", "fetch", "matching", "text", "people", "ledger",
                            "problem", "sql", "web")),
            Map.entry("desk",
                    Set.of("standards", "claim", "live", "article", "evidence", "people", "ledger", "problem", "sql",
                            "web")));

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhatItMay(String name) {
        String[] known = Stream.concat(Stream.of(name), MAY_KNOW.get(name).stream())
                .map(BordersTest::inside)
                .toArray(String[]::new);

        check(noClasses().that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAPackage("org.claimdesk..").and(not(resideInAnyPackage(known)))));
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CODE.stream().map(BordersTest::feature).collect(Collectors.toSet()))
                .isSubsetOf(MAY_KNOW.keySet())
                .contains("claim", "ledger", "text");
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.claimdesk.(*)..").should().beFreeOfCycles());
    }

    @Test
    void textIsPure() {
        check(noClasses().that()
                .resideInAPackage(inside("text"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "javax..", "java.sql..", "java.net..",
                        "java.nio.file..",
                        "io.quarkus..", "io.smallrye..", "org.hibernate..", "org.eclipse.microprofile..", "org.jboss..",
                        "com.fasterxml..")
                        // Two readers of streams, of XML and of JSON, that know nothing else.
                        .and(not(resideInAnyPackage("javax.xml.stream..", "com.fasterxml.jackson.core")))));
    }

    /** Whoever checks the record shares this with the service, and nothing else. */
    @Test
    void theLogKnowsNothingButTheJdk() {
        check(noClasses().that()
                .resideInAPackage(inside("tlog"))
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("java.lang..", "java.util..", "java.nio", "java.nio.charset",
                                "java.security..", "java.io", "org.claimdesk.tlog"))));
    }

    /** What checks a packet believes nothing that the service has worked out. */
    @Test
    void theCheckSharesWithTheServiceOnlyHashingAndFormats() {
        check(noClasses().that()
                .resideInAPackage(inside("command"))
                .and()
                .haveNameNotMatching(".*\\.Main")
                .should()
                .dependOnClassesThat(resideInAPackage("org.claimdesk..")
                        .and(not(
                                resideInAnyPackage("org.claimdesk.command", "org.claimdesk.tlog", "org.claimdesk.zip")))
                        .and(not(HasName.Predicates.name("org.claimdesk.ledger.Commitment")))
                        .or(resideInAnyPackage("jakarta..", "java.sql..", "io.quarkus.."))));
    }

    @Test
    void theTableAndThePolicyArePure() {
        check(noClasses().that()
                .haveFullyQualifiedName("org.claimdesk.claim.Policy")
                .or()
                .haveFullyQualifiedName("org.claimdesk.claim.Transitions")
                .or()
                .haveFullyQualifiedName("org.claimdesk.claim.Facts")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("java.lang..", "java.util..", "org.claimdesk.."))));
    }

    @Test
    void onlyLocalStartsAPostgres() {
        check(noClasses().that()
                .resideOutsideOfPackage(inside("local"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.zonky.."));
    }

    @Test
    void onlyPeopleAsksKeycloak() {
        check(noClasses().that()
                .resideOutsideOfPackage(inside("people"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.keycloak.."));
    }

    @Test
    void onlyPagesAndResourcesHaveAddresses() {
        check(classes().that(Addressed.BY_A_PATH).should().haveNameMatching(Addressed.PAGE_OR_RESOURCE));
    }

    @Test
    void onlyPagesAndResourcesKnowTheWeb() {
        check(noClasses().that()
                .resideOutsideOfPackage(inside("web"))
                .and()
                .haveNameNotMatching(Addressed.PAGE_OR_RESOURCE)
                .and()
                .haveSimpleNameNotEndingWith("View")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("web")));
    }

    static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    private static String inside(String feature) {
        return "org.claimdesk." + feature + "..";
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
