package org.patchbay.architecture;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.patchbay.testing.Patience;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Tests wait in one place, {@link Patience}, and ask no clock how long something took. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.OnlyIncludeTests.class)
class WaitingTest {

    /** Classes that start servers, measure, or are a clock. */
    private static final Set<String> MAY = Set.of(
            "org.patchbay.localstack",
            "org.patchbay.benchmark",
            "org.patchbay.testing.Patience",
            "org.patchbay.testing.WrongClock");

    /** Library methods that wait, or give up, after a given time. */
    private static final Set<String> TIMED = Set.of(
            "assertTimeout",
            "assertTimeoutPreemptively",
            "atMost",
            "await",
            "awaitTermination",
            "get",
            "join",
            "offer",
            "orTimeout",
            "parkNanos",
            "poll",
            "sleep",
            "tryAcquire",
            "tryLock",
            "wait",
            "waitFor",
            "waitForTimeout");

    private static final Set<String> TIMES =
            Set.of("long", "double", Duration.class.getName(), TimeUnit.class.getName());

    @ArchTest
    static final ArchRule testsWaitWithPatience = noClasses()
            .that(areTests())
            .should()
            .accessTargetWhere(describe("it waits on its own", WaitingTest::waits))
            .because("a limit that suits one machine is too short on the next");

    @ArchTest
    static final ArchRule testsHaveNoStopwatch = noClasses()
            .that(areTests())
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.junit.jupiter.api.Timeout")
            .because("how long something takes is told by benchmarks");

    private static DescribedPredicate<JavaClass> areTests() {
        return describe("are tests", type -> MAY.stream().noneMatch(isIn(type)));
    }

    private static Predicate<String> isIn(JavaClass type) {
        return place -> type.getName().matches(place.replace(".", "\\.") + "([.$].*)?");
    }

    private static boolean waits(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        if (owner.isEquivalentTo(Awaitility.class)) {
            return true;
        }
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (owner.isEquivalentTo(ConditionFactory.class)
                                && !target.getName().equals("pollInterval")
                        || TIMED.contains(target.getName()))
                && target.getRawParameterTypes().stream().anyMatch(type -> TIMES.contains(type.getName()));
    }
}
