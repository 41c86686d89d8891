package org.patchbay.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Says what is wrong with JSON in the words of the API, where Jackson would name our classes. */
@Provider
@Priority(Problems.BEFORE_THE_LIBRARYS)
public class JsonMistakes extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException mistake) {
        return ProblemType.BAD_REQUEST.because(sentence(mistake));
    }

    public static String sentence(JsonProcessingException mistake) {
        return switch (mistake) {
            case UnrecognizedPropertyException unknown -> "There is no field " + path(unknown.getPath()) + ".";
            case InvalidFormatException invalid
            when invalid.getTargetType().isEnum() ->
                path(invalid.getPath()) + " is one of " + constants(invalid.getTargetType()) + ".";
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> path(mismatch.getPath()) + " has a value of the wrong type.";
            case MismatchedInputException ignored -> "The JSON is not what is expected here.";
            default -> "The JSON is malformed" + place(mistake) + ".";
        };
    }

    private static String place(JsonProcessingException mistake) {
        var location = mistake.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
