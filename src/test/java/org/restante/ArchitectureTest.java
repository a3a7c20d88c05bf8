package org.restante;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.restante", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] JAKARTA_MAIL = {"jakarta.mail..", "org.eclipse.angus.."};

    @ArchTest
    static final ArchRule jakarta_mail_stays_within_the_adapters = noClasses()
            .that()
            .resideOutsideOfPackages("org.restante.mailstore.imap..", "org.restante.submission.smtp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JAKARTA_MAIL);

    @ArchTest
    static final ArchRule mime_knows_nothing_of_the_rest = classes()
            .that()
            .resideInAPackage("org.restante.mime..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("org.restante.mime..")
                    .or(resideOutsideOfPackage("org.restante..")
                            .and(resideOutsideOfPackage("org.springframework.."))
                            .and(resideOutsideOfPackage("jakarta.mail.."))
                            .and(resideOutsideOfPackage("org.eclipse.angus.."))
                            .or(resideInAPackage("org.springframework.modulith.."))));

    @ArchTest
    static final ArchRule nothing_outside_knows_how_mail_is_stored = noClasses()
            .that()
            .resideOutsideOfPackage("org.restante.mailstore..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.restante.mailstore.*.."));

    @ArchTest
    static final ArchRule the_port_knows_neither_spring_nor_jpa = noClasses()
            .that()
            .resideInAPackage("org.restante.mailstore")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule the_port_does_not_know_its_implementations = noClasses()
            .that()
            .resideInAPackage("org.restante.mailstore")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.restante.mailstore.*..");
}
