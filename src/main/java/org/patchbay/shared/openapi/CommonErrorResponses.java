package org.patchbay.shared.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Describes the refusals that all operations share, so that resources describe only their own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonErrorResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema("Problem", problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(path, operation)));
    }

    private static void describe(String path, Operation operation) {
        var responses = operation.getResponses();
        add(responses, ProblemType.BAD_REQUEST);
        if (path.contains("{id}")) {
            add(responses, ProblemType.NOT_FOUND);
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(responses, ProblemType.UNAUTHORIZED);
            add(responses, ProblemType.FORBIDDEN);
        }
        add(responses, ProblemType.TOO_MANY_REQUESTS);
        responses
                .getAPIResponse(Integer.toString(ProblemType.TOO_MANY_REQUESTS.status()))
                .addHeader("Retry-After", retryAfter());
        responses.setDefaultValue(OASFactory.createAPIResponse().description("Any other refusal"));
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.equals("default")) {
                response.setContent(content());
            }
        });
    }

    private static void add(APIResponses responses, ProblemType type) {
        var status = Integer.toString(type.status());
        var described = responses.getAPIResponse(status);
        if (described == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(type.english()));
        }
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("Seconds until it may be tried again")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        HttpProblem.MEDIA_TYPE.toString(),
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("RFC 9457; some types carry more fields")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text("Stable", ProblemType.NOT_FOUND.uri().toString()))
                .addProperty("title", text("The problem, in the requested language", ProblemType.NOT_FOUND.english()))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .examples(List.of(404)))
                .addProperty(
                        "detail",
                        text("An explanation, and a way to solve it, in the same language", "There is no ticket 4711."))
                .addProperty("instance", text("The path that was asked for", "/api/v1/tickets/4711"));
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description(description)
                .examples(List.of(example));
    }
}
