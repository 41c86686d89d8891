package org.patchbay.shared.paging;

import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Pass as `after` to get the next page; absent on the last one.", nullable = true)
        @Nullable
        String next) {

    public static final int MAX_LIMIT = 200;

    /**
     * Cuts a page out of rows that were read with one more than the limit: the extra row tells whether a next page
     * exists.
     */
    public static <E, T> Page<T> of(
            List<E> rows, int limit, Function<? super E, ? extends T> view, Function<? super E, Cursor> cursor) {
        boolean more = rows.size() > limit;
        List<E> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().<T>map(view).toList(),
                more ? cursor.apply(shown.getLast()).encoded() : null);
    }

    /** The page, with {@code Link: rel=next} (RFC 8288) where there is a next one. */
    public RestResponse<Page<T>> response(UriInfo uri) {
        var response = ResponseBuilder.ok(this);
        if (next != null) {
            response.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("after", next)
                            .build())
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
