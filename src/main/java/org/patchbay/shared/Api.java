package org.patchbay.shared;

/**
 * The path of the API. It is no setting: cookies, the feed's WebSocket and caches of browsers know it too.
 * {@code quarkus.rest.path}, which says the same to Quarkus, is known only while Quarkus builds.
 */
public final class Api {

    public static final String PATH = "/api/v1";

    private Api() {}
}
