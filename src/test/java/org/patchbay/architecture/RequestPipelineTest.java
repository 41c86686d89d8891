package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.patchbay.shared.web.RequestPipeline;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** All that a request passes stands in {@link RequestPipeline}, and nowhere else says where. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class RequestPipelineTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PIPELINE = SOURCES.resolve("org/patchbay/shared/web/RequestPipeline.java");
    private static final Path GUIDE = Path.of("src/docs/guide/request.md");
    private static final Pattern CONSTANT = Pattern.compile("public static final int (\\w+) =");
    private static final Pattern ENTRY = Pattern.compile("(?m)^- `(\\w+)`");
    private static final Pattern ORDER = Pattern.compile("filters\\.register\\(|router\\.\\w+\\(");

    /** Each kind that a request passes, by the word that ends its name. */
    private enum Kind {
        GLOBAL_HANDLER("Handler"),
        ROUTE_HANDLER("Handler"),
        FILTER("Filter"),
        INTERCEPTOR("Interceptor"),
        CONVERTERS("Converters"),
        MAPPER("Mapper");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Optional<Kind> of(JavaClass type) {
            if (calls(type, Filters.class)) {
                return Optional.of(GLOBAL_HANDLER);
            }
            if (calls(type, Router.class)) {
                return Optional.of(ROUTE_HANDLER);
            }
            if (isAny(type, ContainerRequestFilter.class, ContainerResponseFilter.class)
                    || !filterPriorities(type).isEmpty()) {
                return Optional.of(FILTER);
            }
            if (isAny(type, ReaderInterceptor.class, WriterInterceptor.class)) {
                return Optional.of(INTERCEPTOR);
            }
            if (isAny(type, ParamConverterProvider.class)) {
                return Optional.of(CONVERTERS);
            }
            return type.isAnnotatedWith(Provider.class) ? Optional.of(MAPPER) : Optional.empty();
        }

        private static boolean calls(JavaClass type, Class<?> owner) {
            return type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                            && !call.getName().equals("errorHandler"));
        }

        private static boolean isAny(JavaClass type, Class<?>... of) {
            return Arrays.stream(of).anyMatch(type::isAssignableTo);
        }
    }

    @ArchTest
    static void everythingStandsInIt(JavaClasses classes) throws IOException {
        assertEquals(
                names().stream().sorted().toList(),
                stations(classes).keySet().stream()
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList());
    }

    @ArchTest
    static void namesTellTheKind(JavaClasses classes) {
        stations(classes)
                .forEach((type, kind) -> assertTrue(type.getSimpleName().endsWith(kind.word), type.getName()));
    }

    @ArchTest
    static void eachStandsWhereItsConstantSays(JavaClasses classes) throws IOException {
        for (var station : stations(classes).entrySet()) {
            var type = station.getKey();
            int number = numbers().get(type.getSimpleName());
            switch (station.getValue()) {
                case GLOBAL_HANDLER, ROUTE_HANDLER -> assertRegisteredOnce(type);
                case FILTER -> assertEquals(List.of(number), filterPriorities(type), type.getName());
                default ->
                    assertEquals(
                            number, type.getAnnotationOfType(Priority.class).value(), type.getName());
            }
        }
    }

    @ArchTest
    static void theyAreListedInTheirOrder(JavaClasses classes) throws IOException {
        var kinds = stations(classes).entrySet().stream()
                .collect(Collectors.toMap(station -> station.getKey().getSimpleName(), Map.Entry::getValue));
        var numbers = numbers();
        for (var kind : Kind.values()) {
            var listed = names().stream()
                    .filter(name -> kinds.get(name) == kind)
                    .map(numbers::get)
                    .toList();
            var order = listed.stream().sorted().toList();
            assertEquals(kind == Kind.GLOBAL_HANDLER ? order.reversed() : order, listed, kind.name());
        }
    }

    @ArchTest
    static void noTwoStandInTheSamePlace(JavaClasses classes) throws IOException {
        assertEquals(names().size(), new HashSet<>(numbers().values()).size());
    }

    @ArchTest
    static void theGuideListsTheSameInThisOrder(JavaClasses classes) throws IOException {
        assertEquals(names(), found(ENTRY, GUIDE));
    }

    private static Map<JavaClass, Kind> stations(JavaClasses classes) {
        return classes.stream()
                .filter(type -> Kind.of(type).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), type -> Kind.of(type).orElseThrow()));
    }

    private static List<Integer> filterPriorities(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> Stream.concat(
                        method.tryGetAnnotationOfType(ServerRequestFilter.class).stream()
                                .map(ServerRequestFilter::priority),
                        method.tryGetAnnotationOfType(ServerResponseFilter.class).stream()
                                .map(ServerResponseFilter::priority)))
                .toList();
    }

    /** Reads the source: the compiled class tells the number only. */
    private static void assertRegisteredOnce(JavaClass type) throws IOException {
        var file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
        assertEquals(1, found(ORDER, file).size(), "how often " + type.getName() + " is registered");
        assertEquals(
                List.of(type.getSimpleName()),
                found(Pattern.compile("RequestPipeline\\.([A-Z_]+)"), file).stream()
                        .map(RequestPipelineTest::nameOf)
                        .toList());
    }

    /** The names in the order of the source, which reflection does not promise. */
    private static List<String> names() throws IOException {
        return found(CONSTANT, PIPELINE).stream()
                .map(RequestPipelineTest::nameOf)
                .toList();
    }

    private static Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        for (var constant : RequestPipeline.class.getFields()) {
            try {
                numbers.put(nameOf(constant.getName()), constant.getInt(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return numbers;
    }

    private static String nameOf(String constant) {
        return Arrays.stream(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
                .toList();
    }
}
