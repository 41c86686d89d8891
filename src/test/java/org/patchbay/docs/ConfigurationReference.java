package org.patchbay.docs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;

/** The page of the manual that tells every setting: from the mappings, their Javadoc, and what is packaged. */
final class ConfigurationReference {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PACKAGED = Path.of("src/main/resources/application.properties");

    private static final String HEAD = """
            # Configuration

            <!-- Written by ConfigurationReferenceTest from the code: change the Javadoc there, not this page. -->

            Environment variables configure Patchbay. Each table names a property, the variable that sets it, its type,
            its default and its meaning. Any other [setting of Quarkus](https://quarkus.io/guides/all-config) works too.

            - A *duration* is a number with `S`, `M`, `H` or `D`, such as `20S` and `30D`, or ISO 8601, such as `PT15M`;
              `ms` are milliseconds.
            - A *period* is a number with `s`, `m` or `h`, such as `10s`; `off` switches the run off.
            - A *number* counts what its meaning names first.
            - A default for dev mode holds for `./mvnw quarkus:dev` only.
            """;

    private static final String TABLE = """

            | property and variable | type | default | meaning |
            |---|---|---|---|
            """;

    /** Settings of one prefix. */
    private record Part(String title, String text, List<Setting> settings) {

        String page() {
            return "\n## " + title + "\n\n" + text + "\n" + TABLE
                    + settings.stream().map(Setting::row).collect(Collectors.joining());
        }
    }

    private final Properties packaged = new Properties();
    private final Set<String> withoutMeaning = new TreeSet<>();
    private final Javadocs docs;
    private final List<Part> parts;

    private ConfigurationReference(List<? extends Class<?>> mappings) throws IOException {
        try (var file = Files.newBufferedReader(PACKAGED)) {
            packaged.load(file);
        }
        docs = Javadocs.of(mappings.stream().map(ConfigurationReference::source).collect(Collectors.toSet()));
        parts = Stream.concat(
                        Stream.of(new Part(
                                "What an operator sets",
                                "Servers, addresses and the first start; most of it is of Quarkus.",
                                OtherSettings.of(packaged))),
                        mappings.stream().map(this::part).sorted(Comparator.comparing(Part::title)))
                .toList();
    }

    static ConfigurationReference read() throws IOException {
        return new ConfigurationReference(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.patchbay").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .toList());
    }

    static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    String page() {
        return HEAD + parts.stream().map(Part::page).collect(Collectors.joining());
    }

    Set<String> names() {
        return parts.stream()
                .flatMap(part -> part.settings().stream())
                .map(Setting::name)
                .collect(Collectors.toSet());
    }

    Set<String> withoutMeaning() {
        return withoutMeaning;
    }

    Properties packaged() {
        return packaged;
    }

    private Part part(Class<?> mapping) {
        var prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return new Part(
                "`" + prefix + "`",
                meaning(mapping.getName(), docs.of(mapping)),
                settings(mapping, prefix, "").toList());
    }

    private Stream<Setting> settings(Class<?> group, String prefix, String before) {
        return Arrays.stream(group.getMethods())
                .filter(method -> !method.isDefault() && method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(method -> settings(method, prefix, before));
    }

    private Stream<Setting> settings(Method method, String prefix, String before) {
        var name = name(method, prefix);
        var said = meaning(name, docs.of(method));
        var meaning = before.isEmpty() ? said : before + ": " + decapitalised(said);
        var type = present(method.getGenericReturnType());
        return type instanceof Class<?> group && isGroup(group)
                ? settings(group, name, meaning.replaceFirst("\\.$", ""))
                : Stream.of(
                        new Setting(name, isPeriod(method) ? "period" : text(type), otherwise(method, name), meaning));
    }

    private String meaning(String name, Optional<String> text) {
        if (text.isEmpty()) {
            withoutMeaning.add(name);
        }
        return text.orElse("");
    }

    private String otherwise(Method method, String name) {
        var annotated = method.getAnnotation(WithDefault.class);
        var otherwise = method.getReturnType() == Optional.class ? "none" : "";
        return Setting.ofPackage(packaged, name, annotated == null ? otherwise : "`" + annotated.value() + "`");
    }

    private static String name(Method method, String prefix) {
        if (method.isAnnotationPresent(WithParentName.class)) {
            return prefix;
        }
        var given = method.getAnnotation(WithName.class);
        return prefix + "." + (given == null ? StringUtil.skewer(method.getName()) : given.value());
    }

    private static Type present(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    /** The schedule's own form, which is none of a duration. */
    private static boolean isPeriod(Method method) {
        return method.getReturnType() == String.class && method.getName().endsWith("Every");
    }

    private static String decapitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface() && type.getName().startsWith("org.patchbay.");
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            var values = generic.getActualTypeArguments();
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? "list of " + text(values[0])
                    : "map to " + text(values[values.length - 1]);
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return Arrays.stream(known.getEnumConstants())
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(" or "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "`true` or `false`";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == Path.class) {
            return "file";
        }
        boolean number =
                type instanceof Class<?> known && (known.isPrimitive() || Number.class.isAssignableFrom(known));
        return number ? "number" : "text";
    }

    private static Path source(Class<?> type) {
        return SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
    }
}
