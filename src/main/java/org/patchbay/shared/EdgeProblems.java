package org.patchbay.shared;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Problems of requests that never reach a resource; Quarkus answers these with an empty body or a web page. */
@ApplicationScoped
public class EdgeProblems {

    /** Before Quarkus looks at a request's origin (300) and its size. */
    private static final int FIRST = 310;

    private static final int AFTER_ITS_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private final long maxBodySize;
    private final boolean closed;

    EdgeProblems(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.maxBodySize = maxBodySize.asLongValue();
        this.closed = origins.isEmpty();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::refuseForeign, FIRST);
        filters.register(this::refuseTooLarge, FIRST);
        filters.register(EdgeProblems::refuseUnknownType, FIRST);
    }

    void routes(@Observes Router router) {
        // Else Quarkus would end the request itself, with nothing to read, while BodyLimit measures it.
        router.route().order(AFTER_ITS_LIMIT).handler(request -> {
            request.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
            request.next();
        });
        for (var type : List.of(ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED)) {
            router.errorHandler(type.status(), request -> refuse(request, type));
        }
    }

    /** Where other origins are configured, Quarkus decides alone. */
    private void refuseForeign(RoutingContext request) {
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (closed && origin != null && !origin.equals(ownOrigin(request.request()))) {
            refuse(request, ProblemType.FORBIDDEN);
        } else {
            request.next();
        }
    }

    /** Bodies that do not say their length are measured while they are read, by {@link BodySizeFilter}. */
    private void refuseTooLarge(RoutingContext request) {
        if (length(request).filter(length -> length > maxBodySize).isPresent()) {
            // What is still being sent cannot be taken for the next request.
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refuse(request, ProblemType.CONTENT_TOO_LARGE);
        } else {
            request.next();
        }
    }

    /** Of a content type that is none, REST fails where it looks for who takes it. */
    private static void refuseUnknownType(RoutingContext request) {
        try {
            var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null) {
                MediaType.valueOf(type);
            }
        } catch (IllegalArgumentException e) {
            refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        request.next();
    }

    private static Optional<Long> length(RoutingContext request) {
        try {
            return Optional.ofNullable(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                    .map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Of our own pages, as this request spells our name. */
    public static String ownOrigin(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    /** Answers with a problem where no resource can. */
    public static void refuse(RoutingContext request, ProblemType type) {
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("instance", request.request().path())
                        .toBuffer());
    }
}
