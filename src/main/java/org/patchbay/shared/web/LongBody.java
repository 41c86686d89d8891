package org.patchbay.shared.web;

import io.vertx.core.http.HttpMethod;

/** A request whose body may be longer than all others. Any bean of a feature above that implements this is found. */
public interface LongBody {

    /** @param path with that of the API */
    boolean isFor(HttpMethod method, String path);

    /** The most bytes, which are no fewer than those of all others. */
    long most();
}
