package org.patchbay.shared.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.JsonWords;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.web.RequestPipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Explains errors in JSON in the words of the API, where Jackson would name our classes. The sent value is not
 * repeated: it may be a password.
 */
@Provider
@Priority(RequestPipeline.JSON_ERROR_MAPPER)
public class JsonErrorMapper extends ExceptionMapperBase<MismatchedInputException> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Jackson's own words, up to its remarks about the reader. */
    private static final Pattern EXPECTED =
            Pattern.compile("\\b(?:was expecting|expected) (?<what>.+?)(?: \\((?:start marker|for) .*)?$");

    /** The expected types, where Jackson names only the found one. */
    private static final Map<String, JsonWords> UNSAID = Map.of(
            "Unexpected end-of-input", JsonWords.MORE,
            "Illegal unquoted character", JsonWords.ESCAPED_CONTROL,
            "Unrecognized character escape", JsonWords.ESCAPE,
            "Invalid numeric value", JsonWords.NO_LEADING_ZERO,
            "Invalid UTF-8", JsonWords.UTF_8);

    private static final Set<JsonWords> SAID = EnumSet.range(JsonWords.COMMA_IN_OBJECT, JsonWords.END_OF_ARRAY);

    @Override
    protected HttpProblem toProblem(MismatchedInputException mistake) {
        return ProblemType.BAD_REQUEST.because(sentence(mistake));
    }

    public static Sentence sentence(JsonProcessingException mistake) {
        return switch (mistake) {
            case UnrecognizedPropertyException unknown -> JsonWords.NO_FIELD.with(path(unknown), place(unknown));
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") -> JsonWords.FOLLOWED.with(place(trailing));
            case InvalidFormatException text
            when text.getTargetType() == String.class -> ValueWords.WHOLE_TEXT.with(path(text), place(text));
            case MismatchedInputException mismatch ->
                JsonWords.IS.with(path(mismatch), expected(mismatch.getTargetType()), place(mismatch));
            case JsonMappingException within
            when within.getCause() instanceof InputCoercionException number ->
                JsonWords.IS.with(path(within), expected(number.getTargetType()), place(number));
            case JsonMappingException within
            when within.getCause() instanceof JsonProcessingException malformed -> malformed(malformed);
            case JsonMappingException unusable
            when !unusable.getPath().isEmpty() -> JsonWords.UNKNOWN_VALUE.with(path(unusable), place(unusable));
            default -> malformed(mistake);
        };
    }

    private static Sentence malformed(JsonProcessingException mistake) {
        return JsonWords.MALFORMED.with(place(mistake), expected(mistake.getOriginalMessage()));
    }

    private static Object expected(String message) {
        var said = EXPECTED.matcher(message);
        var expected = said.find()
                ? Optional.of(said(said.group("what")))
                : UNSAID.entrySet().stream()
                        .filter(found -> message.startsWith(found.getKey()))
                        .findFirst()
                        .map(found -> found.getValue().with());
        return expected.<Object>map(JsonWords.EXPECTED::with).orElse("");
    }

    private static Sentence said(String what) {
        return SAID.stream()
                .filter(words -> what.startsWith(words.english()))
                .findFirst()
                .map(Words::with)
                .orElseGet(() -> Sentence.verbatim(what));
    }

    private static Object place(JsonProcessingException mistake) {
        var location = mistake.getLocation();
        return location == null ? "" : JsonWords.PLACE.with(location.getLineNr(), location.getColumnNr());
    }

    private static Object path(JsonMappingException mistake) {
        return mistake.getPath().isEmpty()
                ? JsonWords.THE_BODY.with()
                : mistake.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
    }

    private static Sentence expected(@Nullable Class<?> target) {
        return switch (target) {
            case null -> ValueWords.OF_ANOTHER_TYPE.with();
            case Class<?> type when type.isEnum() -> ValueWords.ONE_OF.with(constants(type));
            case Class<?> type when type == String.class -> ValueWords.TEXT.with();
            case Class<?> type when type == boolean.class || type == Boolean.class -> ValueWords.TRUE_OR_FALSE.with();
            case Class<?> type
            when List.of(int.class, Integer.class, long.class, Long.class).contains(type) ->
                ValueWords.WHOLE_NUMBER.with();
            case Class<?> type
            when type.isPrimitive() || Number.class.isAssignableFrom(type) -> ValueWords.NUMBER.with();
            case Class<?> type when type == Instant.class -> ValueWords.TIME.with();
            case Class<?> type when type == LocalDate.class -> ValueWords.DATE.with();
            case Class<?> type when type == LocalTime.class -> ValueWords.TIME_OF_DAY.with();
            case Class<?> type when Collection.class.isAssignableFrom(type) -> ValueWords.LIST.with();
            default -> ValueWords.OBJECT.with();
        };
    }

    /** The constants as JSON writes them. */
    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asText())
                .collect(Collectors.joining(", "));
    }
}
