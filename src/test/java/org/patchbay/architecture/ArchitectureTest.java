package org.patchbay.architecture;

import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.identity.Rehearsals;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.lifecycle.PerReplica;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the design. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<Class<? extends Annotation>> ASSOCIATIONS =
            Set.of(ManyToOne.class, OneToMany.class, OneToOne.class, ManyToMany.class);

    /** Nested classes are of theirs. */
    private static final String RESOURCE = ".*Resource(\\$.*)?";

    /** Those of a row may use the rows below. */
    private static final List<List<String>> ROWS = List.of(
            List.of("supervision", "feed", "pages", "demo"),
            List.of("routing", "sso", "privacy", "views", "drafts", "mails", "macros"),
            List.of("recordings"),
            List.of("calls"),
            List.of("tickets", "policies", "activity"),
            List.of("chats"),
            List.of("queues", "skills"),
            List.of("agents", "hours", "replies", "fields", "conversations"),
            List.of("customers", "attachments", "deliveries"),
            List.of("groups", "tags"),
            List.of("identity"),
            List.of("audit", "timers"),
            List.of("events"),
            List.of("shared"));

    @ArchTest
    static final ArchRule callsGoDownOnly =
            layers().because("a feature is understood with those below it; news travels up as events");

    @ArchTest
    static final ArchRule noFeaturesDependOnEachOther = slices().matching("org.patchbay.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one");

    @ArchTest
    static final ArchRule everyFeatureHasItsPlace = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of("org.patchbay"),
                            ROWS.stream().flatMap(List::stream).map(feature -> "org.patchbay." + feature + ".."))
                    .toArray(String[]::new))
            .because("a new feature is a decision: give it a layer above");

    @ArchTest
    static final ArchRule onlyTheTopOfAFeatureIsUsedFromOutside = classes()
            .that()
            .resideInAPackage("org.patchbay.*.*..")
            .and()
            .resideOutsideOfPackage("org.patchbay.shared..")
            .should(beUsedByTheirFeatureOnly())
            .because("what a feature keeps in its rooms changes without asking anybody");

    @ArchTest
    static final ArchRule roomsDependOneWay = slices().matching("org.patchbay.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one");

    @ArchTest
    static final ArchRule rulesKnowFiguresOnly = noClasses()
            .that()
            .resideInAPackage("org.patchbay.routing.rules..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.patchbay.routing.rules..")
            .because("a rule without a database, a clock and a container is tried a million times");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMay = methods()
            .that(areEndpoints())
            .should(sayWhoMay())
            .because("an endpoint that somebody forgot to guard is open to the world");

    @ArchTest
    static final ArchRule resourcesHoldNoQueries = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat(assignableTo(PanacheEntityBase.class).or(assignableTo(EntityManager.class)))
            .because("what a resource reads outside its service is outside its transaction and its tests");

    @ArchTest
    static final ArchRule nothingKnowsResources = noClasses()
            .that()
            .haveNameNotMatching(RESOURCE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(RESOURCE)
            .because("what a service takes and answers are records of their own; resources translate HTTP");

    @ArchTest
    static final ArchRule resourcesAreCalledSo =
            classes().that().areAnnotatedWith(Path.class).should().haveNameMatching(RESOURCE);

    @ArchTest
    static final ArchRule onlyServicesAreTransactional = classes()
            .that(areTransactional())
            .should()
            .notBeAnnotatedWith(Path.class)
            .andShould()
            .notBeAssignableTo(PanacheEntityBase.class)
            .because("a transaction is one step of the business, not one call of a client");

    @ArchTest
    static final ArchRule transactionsAreBegunWhereTheyAreBegunAnew = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Transactions.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(Rehearsals.class.getName())
            .should()
            .callMethodWhere(
                    target(owner(equivalentTo(QuarkusTransaction.class))).and(target(not(name("isActive")))))
            .because("of two transactions that wait for each other one is rolled back, and must be begun anew");

    @ArchTest
    static final ArchRule annotatedTransactionsAreBegunAnew = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should(joinOrBeBegunAnew())
            .because("the interceptor that begins a transaction anew is that of REQUIRED");

    @ArchTest
    static final ArchRule answersAreInOrder = methods()
            .that(areEndpoints())
            .should(answerNothingUnordered())
            .because("the same answer is the same text, which clients compare and people read");

    @ArchTest
    static final ArchRule entitiesReferToOthersById = noFields()
            .should()
            .beAnnotatedWith(isOneOf(ASSOCIATIONS))
            .because("an association drags another feature's rows, and their organisation, into ours");

    @ArchTest
    static final ArchRule everyEntityBelongsToAnOrganisation = classes()
            .that()
            .areAssignableTo(PanacheEntityBase.class)
            .and()
            .areAnnotatedWith(Entity.class)
            .and()
            .doNotHaveSimpleName("Organisation")
            .should()
            .beAssignableTo(OrganisationEntity.class)
            .because("no data crosses organisations, and no query has to remember it");

    @ArchTest
    static final ArchRule aStopWaitsForScheduledRuns = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beAnnotatedWith(AwaitedAtShutdown.class)
            .because("what is cut off in the middle fails loudly and is rolled back");

    @ArchTest
    static final ArchRule scheduledWorkIsDoneOnceOrSaysWhyNot = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should(runByLeaseOrSayWhyNot())
            .because("what one replica does for all need not be done by each");

    @ArchTest
    static final ArchRule periodicWorkIsScheduledOrPolls = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(ScheduledExecutorService.class).or(assignableTo(Timer.class)))
            .orShould()
            .callMethod(Scheduler.class, "newJob", String.class)
            .orShould()
            .callMethodWhere(target(nameStartingWith("setPeriodic")))
            .orShould()
            .callMethodWhere(target(name("sleep")).and(target(owner(equivalentTo(Thread.class)))))
            .because("there is one schedule, and PollingLoop for what cannot wait a second");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.patchbay..")
            .should()
            .notBeAnnotatedWith(Inject.class)
            .andShould()
            .notBeAnnotatedWith(ConfigProperty.class)
            .because("one constructor shows what a class needs, and tests can call it");

    @ArchTest
    static final ArchRule thereIsOneClockAndOnlyTestsMoveIt = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Times.class.getName())
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(target(nameStartingWith("system")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Calendar.class, "getInstance")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(Times.class, "tellBy", InstantSource.class)
            .because("what is compared by two clocks is wrong by their difference");

    private static ArchRule layers() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        var above = new ArrayList<String>();
        for (var row : ROWS) {
            for (var feature : row) {
                layers = layers.layer(feature).definedBy("org.patchbay." + feature + "..");
                layers = above.isEmpty()
                        ? layers.whereLayer(feature).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(feature).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            }
            above.addAll(row);
        }
        return layers;
    }

    private static ArchCondition<JavaClass> beUsedByTheirFeatureOnly() {
        return new ArchCondition<>("be used by their feature only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var use : type.getDirectDependenciesToSelf()) {
                    boolean inside = feature(use.getOriginClass()).equals(feature(type));
                    events.add(new SimpleConditionEvent(use, inside, use.getDescription()));
                }
            }
        };
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe("are endpoints", method -> method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> sayWhoMay() {
        return new ArchCondition<>("bear @RolesAllowed, @PermitAll or @DenyAll, or their class does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                        .anyMatch(by ->
                                method.isAnnotatedWith(by) || method.getOwner().isAnnotatedWith(by));
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " says nothing"));
            }
        };
    }

    private static ArchCondition<JavaMethod> answerNothingUnordered() {
        return new ArchCondition<>("answer no Set or Map, unless it is sorted") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var answered = new HashSet<JavaClass>();
                method.getReturnType().getAllInvolvedRawTypes().forEach(type -> reach(type, answered));
                for (var type : answered) {
                    boolean unordered = type.isEquivalentTo(Set.class) || type.isEquivalentTo(Map.class);
                    events.add(new SimpleConditionEvent(
                            method, !unordered, method.getFullName() + " answers a " + type.getSimpleName()));
                }
            }
        };
    }

    private static void reach(JavaClass type, Set<JavaClass> reached) {
        if (reached.add(type) && type.isRecord()) {
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                    .forEach(part -> reach(part, reached));
        }
    }

    private static ArchCondition<JavaMethod> runByLeaseOrSayWhyNot() {
        return new ArchCondition<>("have an identity and skip runs by HeldElsewhere, or bear @PerReplica") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var schedule = method.getAnnotationOfType(Scheduled.class);
                boolean byLease = schedule.skipExecutionIf() == HeldElsewhere.class
                        && !schedule.identity().isEmpty();
                boolean said = byLease != method.isAnnotatedWith(PerReplica.class);
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " says neither, or both"));
            }
        };
    }

    private static ArchCondition<JavaMethod> joinOrBeBegunAnew() {
        return new ArchCondition<>("be of REQUIRED or MANDATORY") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var type = method.getAnnotationOfType(Transactional.class).value();
                boolean known = type == TxType.REQUIRED || type == TxType.MANDATORY;
                events.add(new SimpleConditionEvent(method, known, method.getFullName() + " is of " + type));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areTransactional() {
        return DescribedPredicate.describe(
                "are transactional",
                type -> type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
    }

    private static DescribedPredicate<JavaAnnotation<?>> isOneOf(Set<Class<? extends Annotation>> types) {
        return DescribedPredicate.describe("@ManyToOne or another association", annotation -> types.stream()
                .anyMatch(type -> annotation.getRawType().isEquivalentTo(type)));
    }
}
