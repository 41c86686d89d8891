package org.patchbay.audit;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** The actor, and the address, on whose behalf the work under way is done. */
@RequestScoped
public class AuditContext {

    /** An actor. Without an id and with an address it is a stranger; without either, the system. */
    record Who(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String address) {

        static final Who SYSTEM = new Who(null, null, null);
    }

    private final CurrentVertxRequest http;
    private @Nullable Long id;
    private @Nullable String name;

    AuditContext(CurrentVertxRequest http) {
        this.http = http;
    }

    /** Sets the signed-in account, for the rest of this request. */
    public void actor(long accountId, String accountName) {
        id = accountId;
        name = accountName;
    }

    Who who() {
        return new Who(id, name, address());
    }

    private @Nullable String address() {
        var request = http.getCurrent();
        var address = request == null ? null : request.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
