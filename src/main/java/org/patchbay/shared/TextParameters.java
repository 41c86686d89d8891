package org.patchbay.shared;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestForm;

/** Refuses fields of forms that are no texts. When they come here, what was none has been replaced. */
@Provider
public class FormFields implements ParamConverterProvider {

    private static final char REPLACEMENT = '\uFFFD';

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type != String.class
                ? null
                : Arrays.stream(annotations)
                        .filter(RestForm.class::isInstance)
                        .map(annotation -> (ParamConverter<T>) new Field(((RestForm) annotation).value()))
                        .findFirst()
                        .orElse(null);
    }

    private record Field(String name) implements ParamConverter<String> {

        @Override
        public String fromString(String value) {
            if (value != null && (!Texts.isWhole(value) || value.indexOf(REPLACEMENT) >= 0)) {
                throw new BadRequestException(name + " " + Texts.RULE + ".");
            }
            return value;
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }
}
