package org.patchbay.routing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.LoggedLines;

import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The log while we are asked again and again how we are. */
@QuarkusTest
class ProbeNewsTest {

    /** Something that we need. */
    @Readiness
    @ApplicationScoped
    static class Need implements HealthCheck {

        private volatile boolean there = true;

        void isThere(boolean there) {
            this.there = there;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("need")
                    .status(there)
                    .withData("reason", "it is away")
                    .build();
        }
    }

    private LoggedLines said;

    @Inject
    @Readiness
    Need need;

    @BeforeEach
    void listen() {
        said = LoggedLines.of(
                logger -> logger.startsWith("io.smallrye.health") || logger.equals(ProbeNews.class.getName()));
    }

    @AfterEach
    void listenNoMore() {
        said.close();
        need.isThere(true);
        probe(200);
    }

    @Test
    void whatIsAwayIsSaidOnceAndOnceThatItIsBack() {
        probe(200);
        assertEquals(List.of(), said.lines());
        need.isThere(false);
        for (int i = 0; i < 3; i++) {
            probe(503);
        }
        assertEquals(List.of("WARN Not ready: need {\"reason\":\"it is away\"}"), said.lines());
        need.isThere(true);
        for (int i = 0; i < 3; i++) {
            probe(200);
        }
        assertEquals(List.of("WARN Not ready: need {\"reason\":\"it is away\"}", "INFO Ready again"), said.lines());
    }

    private static void probe(int status) {
        given().get("/q/health/ready").then().statusCode(status);
    }
}
