package org.registrationrights.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** The rooms of the house: a package is a section of the agreement, and three packages are its border. */
@AnalyzeClasses(packages = "org.registrationrights", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> BORDER = resideInAnyPackage(
            "org.registrationrights",
            "org.registrationrights.process..",
            "org.registrationrights.web..",
            "org.registrationrights.config..");

    private static final DescribedPredicate<JavaClass> SECTION =
            resideInAPackage("org.registrationrights..").and(not(BORDER)).as("belong to a section");

    private static final DescribedPredicate<JavaClass> RULE = SECTION.and(describe(
                    "neither repository nor letters",
                    type -> !type.getName().replaceAll("\\$.*", "").matches(".*(Repository|Letters)")))
            .as("are rules");

    private static final DescribedPredicate<JavaClass> DELEGATE =
            resideInAPackage("org.registrationrights.process..").and(simpleNameEndingWith("Delegate"));

    private static final DescribedPredicate<JavaClass> FLOATING =
            describe("floating", type -> type.getName().matches("float|double|java\\.lang\\.(Float|Double)"));

    private static final DescribedPredicate<List<JavaClass>> SOME_FLOATING =
            describe("some floating", types -> types.stream().anyMatch(FLOATING));

    @ArchTest
    static final ArchRule SECTIONS_DO_NOT_KNOW_THEIR_BORDER =
            noClasses().that(SECTION).should().dependOnClassesThat(BORDER);

    @ArchTest
    static final ArchRule SECTIONS_DO_NOT_KNOW_THE_ENGINE =
            noClasses().that(SECTION).should().dependOnClassesThat().resideInAPackage("org.camunda..");

    /** Save what its public API itself hands out. */
    @ArchTest
    static final ArchRule THE_APPLICATION_USES_THE_PUBLIC_API_OF_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.registrationrights.config..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..")
                    .and(not(name("org.camunda.bpm.engine.impl.identity.Authentication"))));

    @ArchTest
    static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses()
            .that(RULE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule SECTIONS_DO_NOT_DEPEND_ON_ONE_ANOTHER_IN_CIRCLES =
            slices().matching("org.registrationrights.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FIELD_IS_FLOATING =
            noFields().that().areDeclaredInClassesThat(SECTION).should().haveRawType(FLOATING);

    @ArchTest
    static final ArchRule NO_METHOD_IS_FLOATING = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(SECTION)
            .should()
            .haveRawReturnType(FLOATING)
            .orShould()
            .haveRawParameterTypes(SOME_FLOATING);

    @ArchTest
    static final ArchRule NO_RULE_TAKES_A_CLOCK =
            noClasses().that(RULE).should().dependOnClassesThat().areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule ONLY_THE_CONFIGURATION_READS_THE_TIME_OF_THE_MACHINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.registrationrights.config..")
            .should()
            .accessTargetWhere(describe("the machine's time is read", ArchitectureTest::readsTheTime));

    @ArchTest
    static final ArchRule NO_DELEGATE_KNOWS_ANOTHER =
            noClasses().that(DELEGATE).should().dependOnClassesThat(DELEGATE);

    private static boolean readsTheTime(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        String method = target.getName();
        if (owner.equals(Clock.class.getName())) {
            return method.matches("system.*|tick(Millis|Seconds|Minutes)");
        }
        if (owner.startsWith("java.time.")) {
            boolean ofAClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return method.equals("now") && !ofAClock;
        }
        if (owner.equals(Date.class.getName())) {
            return method.equals("<init>") && target.getRawParameterTypes().isEmpty();
        }
        return owner.equals(System.class.getName()) && method.matches("currentTimeMillis|nanoTime");
    }
}
