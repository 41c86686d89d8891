package org.patchbay.pages;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpServerRequest;

/** The Content-Security-Policy of a page: the sources it may load, and the sites that may frame it. */
record ContentPolicy(String nonce, String frames) {

    static final String NOBODY = "'none'";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,300}");

    String text(HttpServerRequest request) {
        return "default-src 'none'"
                + "; script-src 'self'"
                + "; style-src 'self' 'nonce-" + nonce + "'"
                + "; img-src 'self' data: blob:"
                + "; font-src 'self'"
                + "; connect-src 'self'" + sockets(request)
                + "; media-src 'self'"
                + "; manifest-src 'self'"
                + "; base-uri 'none'"
                + "; form-action 'self'"
                + "; frame-ancestors " + frames;
    }

    /** Older browsers do not count WebSockets of our own host among {@code 'self'}. */
    private static String sockets(HttpServerRequest request) {
        var host = String.valueOf(request.authority());
        // A client may spell our host as it likes; only a plain name is repeated.
        return PLAIN.matcher(host).matches() ? ("https".equals(request.scheme()) ? " wss://" : " ws://") + host : "";
    }
}
