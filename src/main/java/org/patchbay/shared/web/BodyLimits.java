package org.patchbay.shared.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;

/** How long the body of a request may be. */
@ApplicationScoped
class BodyLimits {

    private final long most;
    private final List<LongBody> exceptions;

    BodyLimits(@ConfigProperty(name = "patchbay.max-body-size") MemorySize most, @All List<LongBody> exceptions) {
        this.most = most.asLongValue();
        this.exceptions = exceptions;
    }

    /** In bytes. */
    long of(HttpServerRequest request) {
        return exceptions.stream()
                .filter(exception -> exception.isFor(request.method(), request.path()))
                .mapToLong(LongBody::most)
                .findFirst()
                .orElse(most);
    }
}
