package org.patchbay.shared.problems;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.language.Sentence;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Says a problem to whoever asked, after the log was told of it in English. */
@ApplicationScoped
class ProblemLanguage implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var language = Language.ofReader();
        var said = HttpProblem.builder()
                .withType(problem.getType())
                .withTitle(title(problem, language))
                .withStatus(problem.getStatusCode())
                .withDetail(detail(problem, language))
                .withInstance(problem.getInstance())
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        problem.getHeaders().forEach(said::withHeader);
        problem.getParameters().forEach((field, value) -> {
            if (!Sentence.isCarriedBy(field)) {
                said.with(field, value);
            }
        });
        return said.build();
    }

    private static @Nullable String title(HttpProblem problem, Language language) {
        return ProblemType.ofUri(problem.getType())
                .map(type -> type.in(language))
                .orElse(problem.getTitle());
    }

    /** Details of the framework are left out: they name its annotations, in English alone. The title tells enough. */
    private static @Nullable String detail(HttpProblem problem, Language language) {
        return Sentence.of(problem).map(sentence -> sentence.in(language)).orElse(null);
    }

    /** The log is told at 101, what is missing is filled in at 99. */
    @Override
    public int priority() {
        return 90;
    }
}
