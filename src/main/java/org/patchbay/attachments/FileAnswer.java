package org.patchbay.attachments;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The answer with a file of a stranger. Browsers run nothing of it: they believe its type, open it without any right,
 * and save what they would not just show.
 */
public final class FileAnswer {

    private FileAnswer() {}

    /** Opens a part of a file. */
    @FunctionalInterface
    public interface Opener {
        InputStream open(ByteRange part);
    }

    public static RestResponse<InputStream> of(
            ServedFile download,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch,
            HttpServerRequest http,
            Opener opener) {
        var tag = '"' + download.tag() + '"';
        if (names(ifNoneMatch, tag)) {
            guard(http.response());
            return ResponseBuilder.<InputStream>create(Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .build();
        }
        // Of a part of another file the whole is sent instead.
        boolean same = ifRange == null || ifRange.strip().equals(tag);
        var part = ByteRange.of(same ? range : null, download.size());
        var sent = part.orElseGet(() -> new ByteRange(0, download.size()));
        var answer = ResponseBuilder.<InputStream>create(part.isPresent() ? Status.PARTIAL_CONTENT : Status.OK)
                .header(HttpHeaders.CONTENT_TYPE, download.type())
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(download));
        if (!http.method().equals(HttpMethod.HEAD)) {
            answer.entity(opener.open(sent));
        }
        part.ifPresent(asked -> answer.header("Content-Range", asked.of(download.size())));
        guard(http.response());
        return answer.header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    /** Replaces headers that all answers of the API have: those of REST would stand beside them. */
    private static void guard(HttpServerResponse http) {
        // Kept by the reader alone, who asks each time: they may have lost the right to it.
        http.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        http.putHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        http.putHeader("Cross-Origin-Resource-Policy", "same-origin");
        http.putHeader("X-Content-Type-Options", "nosniff");
    }

    private static boolean names(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    /** RFC 6266, with a name of letters that all clients know, and the name itself as RFC 8187 writes it. */
    private static String disposition(ServedFile download) {
        var plain = download.name().replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
        var encoded = URLEncoder.encode(download.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (download.isShown() ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + encoded;
    }
}
