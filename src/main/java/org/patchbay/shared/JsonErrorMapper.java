package org.patchbay.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

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
    private static final Map<String, String> UNSAID = Map.of(
            "Unexpected end-of-input", "more",
            "Illegal unquoted character", "an escape in place of a control character",
            "Unrecognized character escape", "an escape of JSON",
            "Invalid numeric value", "a number without leading zeroes",
            "Invalid UTF-8", "UTF-8");

    @Override
    protected HttpProblem toProblem(MismatchedInputException mistake) {
        return ProblemType.BAD_REQUEST.because(sentence(mistake));
    }

    public static String sentence(JsonProcessingException mistake) {
        return switch (mistake) {
            case UnrecognizedPropertyException unknown -> "There is no field " + path(unknown) + place(unknown) + ".";
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                "Something follows the JSON" + place(trailing) + ".";
            case InvalidFormatException text
            when text.getTargetType() == String.class -> path(text) + " " + Texts.RULE + place(text) + ".";
            case MismatchedInputException mismatch ->
                path(mismatch) + " is " + expected(mismatch.getTargetType()) + place(mismatch) + ".";
            case JsonMappingException within
            when within.getCause() instanceof InputCoercionException number ->
                path(within) + " is " + expected(number.getTargetType()) + place(number) + ".";
            case JsonMappingException within
            when within.getCause() instanceof JsonProcessingException malformed -> malformed(malformed);
            case JsonMappingException unusable
            when !unusable.getPath().isEmpty() ->
                path(unusable) + " has a value that is not known" + place(unusable) + ".";
            default -> malformed(mistake);
        };
    }

    private static String malformed(JsonProcessingException mistake) {
        return "The JSON is malformed" + place(mistake) + expected(mistake.getOriginalMessage()) + ".";
    }

    private static String expected(String message) {
        var said = EXPECTED.matcher(message);
        var expected = said.find()
                ? Optional.of(said.group("what"))
                : UNSAID.keySet().stream()
                        .filter(message::startsWith)
                        .findFirst()
                        .map(UNSAID::get);
        return expected.map(what -> ": expected " + what).orElse("");
    }

    private static String place(JsonProcessingException mistake) {
        var location = mistake.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(JsonMappingException mistake) {
        return mistake.getPath().isEmpty()
                ? "The body"
                : mistake.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
    }

    private static String expected(Class<?> typeOrNull) {
        return switch (typeOrNull) {
            case null -> "of another type";
            case Class<?> type when type.isEnum() -> "one of " + constants(type);
            case Class<?> type when type == String.class -> "a text";
            case Class<?> type when type == boolean.class || type == Boolean.class -> "true or false";
            case Class<?> type
            when List.of(int.class, Integer.class, long.class, Long.class).contains(type) -> "a whole number";
            case Class<?> type when type.isPrimitive() || Number.class.isAssignableFrom(type) -> "a number";
            case Class<?> type when type == Instant.class -> "a time like 2026-11-02T09:30:00Z";
            case Class<?> type when type == LocalDate.class -> "a date like 2026-11-02";
            case Class<?> type when type == LocalTime.class -> "a time like 09:30";
            case Class<?> type when Collection.class.isAssignableFrom(type) -> "a list";
            default -> "an object";
        };
    }

    /** The constants as JSON writes them. */
    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asText())
                .collect(Collectors.joining(", "));
    }
}
