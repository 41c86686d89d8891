package org.patchbay.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The start of Java in {@code Dockerfile.jvm}: its own command is run. */
@DisabledOnOs(OS.WINDOWS)
class JvmImageTest {

    private static final Path DOCKERFILE = Path.of("src", "main", "docker", "Dockerfile.jvm");
    private static final Pattern WRITING_ARGUMENTS =
            Pattern.compile("^RUN ((?:.*\\\\\n)*.*> start\\.args)$", Pattern.MULTILINE);

    @TempDir
    Path app;

    @Test
    void aTrainedJavaStartsFromItsCacheOnTheClassPathOfItsTraining() throws Exception {
        packageApplication();
        Files.createFile(app.resolve("patchbay.aot"));

        assertEquals(
                List.of(
                        "-XX:AOTCache=" + app.resolve("patchbay.aot"),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        Stream.of(
                                        "quarkus/a.jar",
                                        "app/patchbay.jar",
                                        "lib/main/B.jar",
                                        "lib/main/a.jar",
                                        "lib/boot/a.jar")
                                .map(jar -> app.resolve(jar).toString())
                                .collect(Collectors.joining(":")),
                        "io.quarkus.runner.GeneratedMain"),
                arguments());
    }

    @Test
    void aJavaThatWasNotTrainedStartsWithoutACache() throws Exception {
        packageApplication();

        assertEquals(List.of("-jar", app.resolve("quarkus-run.jar").toString()), arguments());
    }

    private void packageApplication() throws IOException {
        for (var jar :
                List.of("lib/boot/a.jar", "lib/main/a.jar", "lib/main/B.jar", "app/patchbay.jar", "quarkus/a.jar")) {
            Files.createDirectories(app.resolve(jar).getParent());
            Files.createFile(app.resolve(jar));
        }
        Files.createFile(app.resolve("lib/main/notice.txt"));
    }

    /** The arguments that it writes for Java. */
    private List<String> arguments() throws IOException, InterruptedException {
        var command = WRITING_ARGUMENTS.matcher(Files.readString(DOCKERFILE));
        command.find();
        assertEquals(
                0,
                new ProcessBuilder("/bin/sh", "-c", command.group(1))
                        .directory(app.toFile())
                        .inheritIO()
                        .start()
                        .waitFor());
        return List.of(Files.readString(app.resolve("start.args")).strip().split("\\s+"));
    }
}
