package org.claimdesk;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.BordersTest.CODE;
import static org.claimdesk.BordersTest.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.CheckedTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import org.claimdesk.people.Role;
import org.junit.jupiter.api.Test;

/** How the code is written, as far as it can be checked. */
class HabitsTest {

    private static final DescribedPredicate<JavaMethod> TAKES_SOMETHING = DescribedPredicate
            .describe("take an argument", method -> !method.getRawParameterTypes().isEmpty());

    @Test
    void nobodyChangesAnEntityFromOutsideItsPackage() {
        check(methods().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and(TAKES_SOMETHING)
                .should()
                .notBePublic());
        check(fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().bePrivate());
        check(constructors().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().notBePublic());
    }

    /** One act, one entry: the use cases append it, so only they may use the verbs. */
    @Test
    void onlyTheUseCasesUseTheVerbsOfAClaim() {
        check(methods().that()
                .areDeclaredIn("org.claimdesk.claim.Claim")
                .and()
                .areNotPublic()
                .and()
                .haveRawReturnType(void.class)
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .haveNameMatching("org\\.claimdesk\\.claim\\.(Claim|Checking|Marking|Revising)(\\$.*)?"));
    }

    @Test
    void nothingIsChangedOrDeletedInBulk() {
        check(noClasses().should()
                .callMethodWhere(target(owner(assignableTo(PanacheRepositoryBase.class)))
                        .and(target(nameMatching("update|delete|deleteAll|deleteById")))));
    }

    @Test
    void timeArrivesAsAnArgumentOrAClock() {
        check(noClasses().that()
                .resideOutsideOfPackage("org.claimdesk.local..")
                .should()
                .callMethodWhere(target(nameMatching("now|currentTimeMillis"))
                        .and(target(owner(DescribedPredicate.describe("a clock of Java", type -> type.getName()
                                .matches("java\\.time\\..*|java\\.lang\\.System")))))));
    }

    /** Pages are for people, and so is the rest of the API. */
    @Test
    void onlyGatesAreForTheSystemThatPublishes() {
        assertThat(CODE.stream()
                .filter(type -> forTheSystem(type) || type.getMethods().stream().anyMatch(HabitsTest::forTheSystem)))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("GateResource", "GatesResource");
    }

    private static boolean forTheSystem(CanBeAnnotated element) {
        return element.isAnnotatedWith(DescribedPredicate.describe("for the system that publishes",
                annotation -> annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                        && List.of(annotation.as(RolesAllowed.class).value()).contains(Role.PUBLISHER.word())));
    }

    @Test
    void onlyTheWebIsInjectedIntoFields() {
        check(noFields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("org.claimdesk.web..")
                .should()
                .beAnnotatedWith(Inject.class));
    }

    @Test
    void onlyCommandsWriteToTheConsole() {
        check(noClasses().that()
                .resideOutsideOfPackage("org.claimdesk.local..")
                .and()
                .doNotHaveFullyQualifiedName("org.claimdesk.content.CheckContent$Command")
                .and()
                .resideOutsideOfPackage("org.claimdesk.command..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }

    @Test
    void namesAreWhatAJournalistWouldSay() {
        check(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)(\\$.*)?"));
    }

    /** All that a template can reach: what it is given, and what can be read from that. */
    @Test
    void templatesNeverSeeAnEntity() {
        List<JavaMethod> templates = CODE.stream()
                .filter(type -> type.isAnnotatedWith(CheckedTemplate.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.NATIVE))
                .toList();

        assertThat(templates).isNotEmpty().allSatisfy(template -> {
            Set<JavaClass> reached = reached(template);
            assertThat(reached).as("reached from %s", template.getFullName())
                    .noneMatch(type -> type.isAnnotatedWith(Entity.class));
        });
    }

    private static Set<JavaClass> reached(JavaMethod template) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        template.getParameterTypes().forEach(type -> open.addAll(type.getAllInvolvedRawTypes()));
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (type.getPackageName().startsWith("org.claimdesk") && reached.add(type)) {
                readable(type).forEach(open::add);
            }
        }
        return reached;
    }

    private static Stream<JavaClass> readable(JavaClass type) {
        return type.getMethods()
                .stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream());
    }
}
