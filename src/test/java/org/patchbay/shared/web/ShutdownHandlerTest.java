package org.patchbay.shared.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.lifecycle.Shutdown;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

/** A stop of the application is in the way of other tests, so a server of its own has the handlers here. */
class ShutdownHandlerTest {

    private final Vertx vertx = Vertx.vertx();
    private final Shutdown shutdown = new Shutdown(Duration.ofMillis(1));
    private HttpServer server;

    @BeforeEach
    void serve() {
        var filters = new Filters();
        new OriginHandler(Optional.empty()).register(filters);
        new ContentTypeHandler().register(filters);
        new ShutdownHandler(shutdown).register(filters);
        var router = Router.router(vertx);
        filters.getFilters().stream()
                .sorted(Comparator.comparingInt(Filter::getPriority).reversed())
                .forEach(filter -> router.route().handler(filter.getHandler()));
        router.route().handler(request -> request.end());
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whileTheReplicaStopsARequestHearsOfThatAndOfNothingElse() throws InterruptedException {
        fromElsewhere().then().statusCode(403);
        shutdown.stop();
        fromElsewhere()
                .then()
                .statusCode(503)
                .header("Retry-After", is("1"))
                .header("Connection", is("close"))
                .body("type", is("urn:patchbay:problem:temporarily-unavailable"));
    }

    private Response fromElsewhere() {
        return given().baseUri("http://localhost")
                .port(server.actualPort())
                .header("Origin", "https://elsewhere.example")
                .get("/anything");
    }
}
