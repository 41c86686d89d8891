package org.patchbay.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** The package for a JVM, and what is left out of it. */
class PackageIT {

    @BeforeEach
    void isThere() {
        assumeFalse(Replica.isNative());
    }

    /** It would be unpacked into the folder of temporary files at each start. */
    @Test
    void nothingThatCompressesNatively() throws IOException {
        try (var libraries = Files.list(Replica.PACKAGED.resolve("lib/main"))) {
            assertEquals(
                    List.of(),
                    libraries
                            .map(library -> library.getFileName().toString())
                            .filter(library -> library.contains("brotli4j.native"))
                            .toList());
        }
    }

    @Test
    void librariesReachBelowJavaWithoutAWarning() throws IOException {
        try (var runner =
                new JarFile(Replica.PACKAGED.resolve("quarkus-run.jar").toFile())) {
            assertEquals("ALL-UNNAMED", runner.getManifest().getMainAttributes().getValue("Enable-Native-Access"));
        }
    }
}
