package org.patchbay.shared.problems;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;

import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.Api;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.web.RequestPipeline;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;

/**
 * Turns every exception that no other mapper knows into a problem: refusals by the database into 409 or 400, a
 * concurrent change into 412, an unreachable database into 503, and the rest into a 500 that tells nothing.
 */
@Provider
@Priority(RequestPipeline.PROBLEM_MAPPER)
public class ProblemMapper extends ExceptionMapperBase<RuntimeException> {

    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    protected HttpProblem toProblem(RuntimeException exception) {
        return known(exception).orElseGet(() -> ProblemType.INTERNAL_ERROR.because(CommonWords.SEE_LOG));
    }

    /** A failed commit carries the database's exceptions as suppressed ones, other failures as causes. */
    private static Optional<HttpProblem> known(@Nullable Throwable thrown) {
        return switch (thrown) {
            case null -> Optional.empty();
            case HttpProblem problem -> Optional.of(problem);
            case ConstraintViolationException refused ->
                Optional.of(refusedByDatabase(refused.getSQLException(), refused.getConstraintName()));
            case SQLException sql -> Optional.of(ofDatabase(sql));
            case StaleStateException changed ->
                Optional.of(ProblemType.VERSION_MISMATCH.because(CommonWords.READ_AGAIN));
            case BodyTooLargeException tooLarge -> Optional.of(tooLarge.problem());
            default ->
                known(thrown.getCause()).or(() -> Arrays.stream(thrown.getSuppressed())
                        .flatMap(suppressed -> known(suppressed).stream())
                        .findFirst());
        };
    }

    private static HttpProblem ofDatabase(SQLException sql) {
        return switch (sql.getErrorCode()) {
            case 1062, 1048, 1406, 1264, 1292, 1366, 1451, 1452, 3819 -> refusedByDatabase(sql, null);
            default -> isTransient(sql) ? unavailable() : ProblemType.INTERNAL_ERROR.because(CommonWords.SEE_LOG);
        };
    }

    /** Error codes of the MySQL server's reference manual. */
    private static HttpProblem refusedByDatabase(SQLException sql, @Nullable String constraint) {
        return switch (sql.getErrorCode()) {
            case 1062 -> ProblemType.ALREADY_EXISTS.because(duplicate(constraint));
            case 1451 -> ProblemType.STILL_REFERRED_TO.because(CommonWords.REFERRED_TO);
            case 1452 -> ProblemType.CONFLICT.because(CommonWords.REFERS_TO_NOTHING);
            case 3819 -> ProblemType.CONFLICT.because(CommonWords.BREAKS_A_RULE);
            default -> ProblemType.VALIDATION_FAILED.because(CommonWords.DOES_NOT_FIT);
        };
    }

    /** Unique keys are named {@code uk_TABLE_FIELD}, so that the name tells the taken field. */
    private static Sentence duplicate(@Nullable String constraint) {
        return Optional.ofNullable(constraint)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name -> name.startsWith("uk_"))
                .map(name -> name.substring(3).replace('_', ' '))
                .filter(words -> words.indexOf(' ') > 0)
                .map(words -> CommonWords.TAKEN.with(
                        words.substring(0, words.lastIndexOf(' ')), words.substring(words.lastIndexOf(' ') + 1)))
                .orElseGet(CommonWords.SAME_KEY::with);
    }

    /** Connection exceptions, deadlocks, lock timeouts, and a pool that had no connection in time. */
    static boolean isTransient(SQLException sql) {
        var state = Optional.ofNullable(sql.getSQLState()).orElse("");
        return state.startsWith("08")
                || state.startsWith("40")
                || sql.getErrorCode() == 1205
                || sql.getErrorCode() == 1040
                || sql.getErrorCode() == 1053
                || sql instanceof java.sql.SQLTransientException
                || sql instanceof java.sql.SQLRecoverableException
                || String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    private static HttpProblem unavailable() {
        return ProblemType.TEMPORARILY_UNAVAILABLE
                .problem(CommonWords.REPEAT)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    /**
     * The refusal of a parameter. JAX-RS takes exceptions of converters for a missing parameter, but for exceptions of
     * its own.
     */
    public static BadRequestException badParameter(Words why, @Nullable Object... arguments) {
        var problem = ProblemType.BAD_REQUEST.because(why, arguments);
        return new BadRequestException(problem.getDetail(), problem);
    }

    /** Gives the framework's problems a stable type, and all problems the requested path. */
    @ApplicationScoped
    static class Finish implements ProblemPostProcessor {

        @Override
        public HttpProblem apply(HttpProblem problem, ProblemContext context) {
            var finished = HttpProblem.builder(problem);
            if (problem.getType() == null) {
                typeOf(problem).ifPresent(type -> finished.withType(type.uri()).withTitle(type.english()));
            }
            // Other violations have an order of their own, such as that of their rules.
            if (problem.getParameters().get("violations") instanceof List<?> violations
                    && violations.stream().allMatch(Violation.class::isInstance)) {
                finished.with("violations", inOrder(violations));
            }
            sentence(context.cause).ifPresent(sentence -> sentence.into(finished));
            return finished.withInstance(instance(context.path)).build();
        }

        /**
         * Quotes special characters of a URI; {@code UriBuilder} would take braces for a template and fail. A request
         * that is refused before a resource is found has its whole path; one that is over meanwhile has none.
         */
        private URI instance(@Nullable String path) {
            if (path == null) {
                return URI.create(Api.PATH);
            }
            var absolute = path.startsWith("/") ? path : "/" + path;
            try {
                return new URI(null, null, absolute.startsWith(Api.PATH + "/") ? absolute : Api.PATH + absolute, null);
            } catch (URISyntaxException e) {
                return URI.create(Api.PATH);
            }
        }

        private static List<Violation> inOrder(List<?> violations) {
            return violations.stream()
                    .map(Violation.class::cast)
                    .sorted(Comparator.comparing((Violation violation) -> violation.in)
                            .thenComparing(violation -> violation.field)
                            .thenComparing(violation -> violation.message))
                    .toList();
        }

        /** Quarkus turns malformed JSON into a 400 that tells nothing. */
        private static Optional<Sentence> sentence(@Nullable Throwable thrown) {
            return switch (thrown instanceof WebApplicationException refusal ? refusal.getCause() : thrown) {
                case JsonProcessingException mistake -> Optional.of(JsonErrorMapper.sentence(mistake));
                case HttpProblem problem -> Sentence.of(problem);
                case null, default -> Optional.empty();
            };
        }

        private static Optional<ProblemType> typeOf(HttpProblem problem) {
            return problem.getParameters().containsKey("violations")
                    ? Optional.of(ProblemType.VALIDATION_FAILED)
                    : ProblemType.ofStatus(problem.getStatusCode());
        }

        /** Runs before the path without the API's root is filled in, which is done at 99. */
        @Override
        public int priority() {
            return 110;
        }
    }
}
