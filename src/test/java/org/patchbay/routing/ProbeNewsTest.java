package org.patchbay.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName().startsWith("io.smallrye.health")
                    || line.getLoggerName().equals(ProbeNews.class.getName())) {
                said.add(line.getLevel() + " " + ((ExtLogRecord) line).getFormattedMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    @Readiness
    Need need;

    @BeforeEach
    void listen() {
        ROOT.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.removeHandler(ear);
        need.isThere(true);
        probe(200);
    }

    @Test
    void whatIsAwayIsSaidOnceAndOnceThatItIsBack() {
        probe(200);
        assertEquals(List.of(), said);
        need.isThere(false);
        for (int i = 0; i < 3; i++) {
            probe(503);
        }
        assertEquals(List.of("WARN Not ready: need {\"reason\":\"it is away\"}"), said);
        need.isThere(true);
        for (int i = 0; i < 3; i++) {
            probe(200);
        }
        assertEquals(List.of("WARN Not ready: need {\"reason\":\"it is away\"}", "INFO Ready again"), said);
    }

    private static void probe(int status) {
        given().get("/q/health/ready").then().statusCode(status);
    }
}
