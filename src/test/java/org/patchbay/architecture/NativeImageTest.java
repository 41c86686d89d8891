package org.patchbay.architecture;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.util.HashSet;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.net.ssl.SSLContext;

import org.eclipse.microprofile.config.ConfigProvider;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.runtime.LaunchMode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** A native image loads its classes at build time: their state is then the same in every process, for ever. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeImageTest {

    /** Types of running or open things, and of randomness or its seeds. */
    private static final Set<Class<?>> OF_ONE_PROCESS = Set.of(
            RandomGenerator.class,
            KeyPairGenerator.class,
            KeyGenerator.class,
            Cipher.class,
            SSLContext.class,
            Thread.class,
            Executor.class,
            Timer.class,
            ProcessHandle.class,
            AutoCloseable.class);

    /** Types whose methods tell of the machine or its settings. */
    private static final Set<Class<?>> TELLING = Set.of(
            Runtime.class,
            ProcessHandle.class,
            InetAddress.class,
            NetworkInterface.class,
            Files.class,
            Executors.class,
            ConfigProvider.class,
            LaunchMode.class);

    private static final Set<String> TELLS =
            Set.of("now", "nanoTime", "currentTimeMillis", "getenv", "getProperty", "systemDefault", "getDefault");

    @ArchTest
    static final ArchRule noClassKeepsWhatIsOfOneProcess = fields().that()
            .areStatic()
            .should(keepNothingOfOneProcess())
            .because("a native image would have it in its heap, and is not built");

    @ArchTest
    static final ArchRule noClassAsksTheMachineWhileItIsLoaded = classes()
            .should(askNothingWhileTheyAreLoaded())
            .because("a native image would be told of the machine that built it");

    @ArchTest
    static final ArchRule cachesAreMadeWhereTheirShapesAreKnown = noClasses()
            .that()
            .doNotHaveSimpleName("RateLimit")
            .and()
            .doNotHaveSimpleName("EpochCache")
            .should()
            .callMethod(Caffeine.class, "newBuilder")
            .because("LoadedByNameTest sees the shapes of Quarkus's caches and of these");

    private static ArchCondition<JavaField> keepNothingOfOneProcess() {
        return new ArchCondition<>("keep neither chance nor what runs or is open") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean kept =
                        field.getAllInvolvedRawTypes().stream().anyMatch(type -> isOfOneProcess(type, new HashSet<>()));
                events.add(new SimpleConditionEvent(field, !kept, field.getFullName() + " keeps such a thing"));
            }
        };
    }

    /** Also covers our types with a field of such a type. */
    private static boolean isOfOneProcess(JavaClass type, Set<JavaClass> seen) {
        return OF_ONE_PROCESS.stream().anyMatch(type::isAssignableTo)
                || type.getPackageName().startsWith("org.patchbay")
                        && seen.add(type)
                        && type.getAllFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                                .anyMatch(part -> isOfOneProcess(part, seen));
    }

    private static ArchCondition<JavaClass> askNothingWhileTheyAreLoaded() {
        return new ArchCondition<>("ask nothing of the machine while they are loaded") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getStaticInitializer().stream()
                        .flatMap(loading -> loading.getCallsFromSelf().stream())
                        .filter(call -> !call.isDeclaredInLambda())
                        .forEach(
                                call -> events.add(new SimpleConditionEvent(call, !asks(call), call.getDescription())));
            }
        };
    }

    private static boolean asks(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        boolean makes = call.getName().equals("<init>") && isOfOneProcess(owner, new HashSet<>());
        return makes
                || TELLS.contains(call.getName())
                || Stream.concat(TELLING.stream(), OF_ONE_PROCESS.stream()).anyMatch(owner::isEquivalentTo);
    }
}
