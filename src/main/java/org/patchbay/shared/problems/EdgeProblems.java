package org.patchbay.shared.problems;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.language.Language;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Problem responses for requests that never reach a resource; Quarkus answers these with an empty body or a web page.
 */
@ApplicationScoped
public class EdgeProblems {

    void register(@Observes Router router) {
        for (var type : List.of(ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED)) {
            router.errorHandler(type.status(), request -> refuse(request, type));
        }
    }

    /** Of our own pages, as this request spells our name. */
    public static String ownOrigin(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    /** Answers with a problem where no resource can. */
    public static void refuse(RoutingContext request, ProblemType type) {
        var language = Language.of(request.request());
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.in(language))
                        .put("status", type.status())
                        .put("instance", request.request().path())
                        .toBuffer());
    }
}
