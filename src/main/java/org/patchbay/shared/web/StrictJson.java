package org.patchbay.shared.web;

import java.io.IOException;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Texts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Refuses JSON that would lose something when it is read: the fraction of a whole number, content after the value, or a
 * part of a text. Texts are composed as they are stored.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .registerModule(new SimpleModule("whole-texts")
                        .addDeserializer(String.class, new WholeText())
                        .addKeyDeserializer(String.class, new WholeKey()));
    }

    private static final class WholeText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        WholeText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(json, context);
            if (text == null) {
                return null;
            }
            return Texts.isWhole(text)
                    ? Texts.composed(text)
                    : (String) context.handleWeirdStringValue(String.class, text, Texts.RULE);
        }
    }

    private static final class WholeKey extends KeyDeserializer {

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return Texts.isWhole(key) ? Texts.composed(key) : context.handleWeirdKey(String.class, key, Texts.RULE);
        }
    }
}
