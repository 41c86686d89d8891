package org.patchbay.testing;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The clock of a machine that is off, for one process on ours: a Java agent by which all of its classes, Java's own and
 * those of libraries too, read the time here. Durations stay right, as on such a machine. It needs a JVM and nothing
 * else: it changes two references to methods, wherever a class has them.
 */
public final class WrongClock implements ClassFileTransformer {

    private static final String NAME = "org/patchbay/testing/WrongClock";

    /** All that Java tells of the time comes from these two, of which one goes by two names. */
    private static final Set<String> REDIRECTED = Set.of(
            "java/lang/System.currentTimeMillis",
            "java/time/Clock.currentInstant",
            "java/time/Clock$SystemClock.currentInstant");

    private static final int MAGIC_AND_VERSION = 8;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;

    /** The bytes of each kind of constant in a class file, by its tag; those of a text come on top. */
    private static final int[] SIZES = {0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};

    private static final int TWO_PLACES = 9;

    private static final long STARTED_NANOS = System.nanoTime();
    private static volatile Instant started = Instant.now();

    private WrongClock() {}

    /**
     * The option by which a JVM has a clock that is ahead by so much, or behind where that is negative.
     *
     * @param jar a file to be written, which must stay while the process lives
     */
    static String option(Path jar, Duration ahead) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", WrongClock.class.getName());
        attributes.putValue("Boot-Class-Path", jar.getFileName().toString());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var itself = WrongClock.class.getResourceAsStream("/" + NAME + ".class")) {
            out.putNextEntry(new JarEntry(NAME + ".class"));
            itself.transferTo(out);
        }
        return "-javaagent:" + jar + "=" + ahead;
    }

    /** Called by Java, before the application. */
    public static void premain(String ahead, Instrumentation java) throws UnmodifiableClassException {
        started = started.plus(Duration.parse(ahead));
        java.addTransformer(new WrongClock(), true);
        var loaded = Stream.of(java.getAllLoadedClasses()).filter(java::isModifiableClass);
        java.retransformClasses(loaded.toArray(Class<?>[]::new));
    }

    public static Instant currentInstant() {
        return started.plusNanos(System.nanoTime() - STARTED_NANOS);
    }

    public static long currentTimeMillis() {
        return currentInstant().toEpochMilli();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> loaded,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        return NAME.equals(name) ? null : redirected(ByteBuffer.wrap(classFile.clone()));
    }

    /** The class with both methods taken from here; null where it calls neither. */
    private static byte @Nullable [] redirected(ByteBuffer file) {
        int count = unsigned(file, MAGIC_AND_VERSION);
        var places = new int[count];
        int end = MAGIC_AND_VERSION + Short.BYTES;
        for (int i = 1; i < count; i++) {
            places[i] = end;
            int tag = file.get(end);
            int size = SIZES[tag];
            end += size + (tag == UTF8 ? unsigned(file, end + 1) : 0);
            i += size == TWO_PLACES ? 1 : 0;
        }
        boolean calls = false;
        for (int place : places) {
            if (place > 0 && file.get(place) == METHOD && isRedirected(file, places, place)) {
                file.putShort(place + 1, (short) (count + 1));
                calls = true;
            }
        }
        return calls ? withOwnName(file, count, end) : null;
    }

    private static boolean isRedirected(ByteBuffer file, int[] places, int method) {
        int owner = places[unsigned(file, method + 1)];
        int nameAndType = places[unsigned(file, method + 3)];
        return REDIRECTED.contains(text(file, places, owner) + "." + text(file, places, nameAndType));
    }

    /** Puts this class behind the constants, as a text and as the class of that name. */
    private static byte[] withOwnName(ByteBuffer file, int count, int end) {
        var name = NAME.getBytes(StandardCharsets.UTF_8);
        file.putShort(MAGIC_AND_VERSION, (short) (count + 2));
        var all = file.array();
        return ByteBuffer.allocate(all.length + SIZES[UTF8] + name.length + SIZES[CLASS])
                .put(all, 0, end)
                .put((byte) UTF8)
                .putShort((short) name.length)
                .put(name)
                .put((byte) CLASS)
                .putShort((short) count)
                .put(all, end, all.length - end)
                .array();
    }

    /** The text that a constant names first. */
    private static String text(ByteBuffer file, int[] places, int constant) {
        int place = places[unsigned(file, constant + 1)];
        return new String(file.array(), place + 3, unsigned(file, place + 1), StandardCharsets.UTF_8);
    }

    private static int unsigned(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
