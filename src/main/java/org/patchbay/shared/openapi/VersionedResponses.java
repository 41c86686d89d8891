package org.patchbay.shared.openapi;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.web.EntityTags;

/** Responses with the version of their content, where it has one, as {@code ETag}. */
public final class VersionedResponses {

    private VersionedResponses() {}

    public static <T> RestResponse<T> ok(T view, int version) {
        return ResponseBuilder.ok(view).tag(EntityTags.tag(version)).build();
    }

    /** In the reader's language. */
    public static <T> RestResponse<T> said(T view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.ofReader().tag())
                .build();
    }

    /** @param path below the API's root, without a leading slash */
    public static <T> RestResponse<T> created(String path, T view, int version) {
        return ResponseBuilder.<T>created(URI.create(path))
                .entity(view)
                .tag(EntityTags.tag(version))
                .build();
    }

    /** As {@link #created(String, Object, int)}, for things that never change. */
    public static <T> RestResponse<T> created(String path, T view) {
        return ResponseBuilder.<T>created(URI.create(path)).entity(view).build();
    }
}
