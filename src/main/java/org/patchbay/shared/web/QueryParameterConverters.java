package org.patchbay.shared.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.problems.ProblemMapper;
import org.patchbay.shared.time.Times;

/** Explains errors in query parameters; JAX-RS would answer that there is no such resource. */
@Provider
@Priority(RequestPipeline.QUERY_PARAMETER_CONVERTERS)
public class QueryParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return name(annotations)
                .flatMap(name -> parser(type)
                        .map(parser -> (ParamConverter<T>) new Converter<>(name, parser, mayBeNull(type, annotations))))
                .orElse(null);
    }

    private static boolean mayBeNull(Class<?> type, Annotation[] annotations) {
        return !type.isPrimitive() && Arrays.stream(annotations).noneMatch(DefaultValue.class::isInstance);
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
    }

    private static Optional<Parser<?>> parser(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Optional.of(new Parser<>(ValueWords.WHOLE_NUMBER.with(), Integer::valueOf));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(new Parser<>(ValueWords.WHOLE_NUMBER.with(), Long::valueOf));
        }
        if (type == Instant.class) {
            return Optional.of(new Parser<>(ValueWords.TIME.with(), Times::parse));
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return Optional.of(new Parser<>(ValueWords.ONE_OF.with(names), text -> constant(type, text)));
        }
        return Optional.empty();
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private record Parser<T>(Sentence expected, Function<String, T> parse) {}

    private record Converter<T>(String name, Parser<T> parser, boolean mayBeNull) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null || mayBeNull && value.isBlank()) {
                return null;
            }
            try {
                return parser.parse().apply(value.strip());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw ProblemMapper.badParameter(ValueWords.IS, name, parser.expected());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
