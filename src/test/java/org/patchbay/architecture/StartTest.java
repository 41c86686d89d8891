package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.event.Observes;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Few classes have something to do before a replica is ready. All others wait for {@code Able}. */
class StartTest {

    /**
     * Nobody could be served without these: the time, locks that lock, the key, somebody who can sign in, and the
     * road that is walked.
     */
    private static final Set<String> NEEDED =
            Set.of("DatabaseClockSync", "LockProbe", "SigningKey", "FirstStart", "DemoData", "WarmUp");

    @Test
    void nothingRunsBeforeAReplicaIsReadyButWhatItNeeds() {
        var first = new TreeSet<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.patchbay")) {
            if (type.isAnnotatedWith(Startup.class) || observesTheStart(type)) {
                first.add(type.getSimpleName());
            }
        }
        assertEquals(new TreeSet<>(NEEDED), first);
    }

    @Test
    void nothingIsScheduledBeforeEither() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        assertEquals("halted", settings.getProperty("quarkus.scheduler.start-mode"));
    }

    private static boolean observesTheStart(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getParameters().stream())
                .anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class)
                        && parameter.getRawType().isEquivalentTo(StartupEvent.class));
    }
}
