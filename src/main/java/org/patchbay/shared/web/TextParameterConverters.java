package org.patchbay.shared.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.problems.ProblemMapper;

/**
 * Composes the texts of addresses and forms as they are stored, and refuses invalid fields of forms, whose invalid
 * parts were replaced before they come here. {@link UriFilter} checks addresses.
 */
@Provider
@Priority(RequestPipeline.TEXT_PARAMETER_CONVERTERS)
public class TextParameterConverters implements ParamConverterProvider {

    private static final char REPLACEMENT = '\uFFFD';

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type != String.class
                ? null
                : Arrays.stream(annotations)
                        .flatMap(TextParameterConverters::converter)
                        .map(converter -> (ParamConverter<T>) converter)
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<ParamConverter<String>> converter(Annotation annotation) {
        return switch (annotation) {
            case RestForm field -> Stream.of(new Field(field.value()));
            case QueryParam parameter -> Stream.of(new Composed());
            default -> Stream.empty();
        };
    }

    private record Field(String name) implements ParamConverter<String> {

        @Override
        public @Nullable String fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            if (!Texts.isWhole(value) || value.indexOf(REPLACEMENT) >= 0) {
                throw ProblemMapper.badParameter(ValueWords.WHOLE_TEXT, name, "");
            }
            return Texts.composed(value);
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }

    private record Composed() implements ParamConverter<String> {

        @Override
        public @Nullable String fromString(@Nullable String value) {
            return value == null ? null : Texts.composed(value);
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }
}
