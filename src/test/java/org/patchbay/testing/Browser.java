package org.patchbay.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser at a sign-in: it keeps cookies, and sees all replicas as one host, through a proxy. It follows no redirect
 * by itself, so that a test can choose which replica answers next.
 */
public final class Browser {

    /** The host name of the proxy. */
    public static final String HOST = "patchbay.test";

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, HttpCookie>> cookies = new HashMap<>();

    /** Through the proxy, which takes this replica. */
    public HttpResponse<String> visit(Replica replica, String pathAndQuery) throws IOException, InterruptedException {
        return send(
                HOST,
                HttpRequest.newBuilder(replica.uri().resolve(pathAndQuery)).header("X-Forwarded-Host", HOST),
                "GET",
                BodyPublishers.noBody());
    }

    /** As {@link #visit(Replica, String)}, for a page to show. */
    public HttpResponse<String> open(Replica replica, String pathAndQuery) throws IOException, InterruptedException {
        return send(
                HOST,
                HttpRequest.newBuilder(replica.uri().resolve(pathAndQuery))
                        .header("X-Forwarded-Host", HOST)
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
                "GET",
                BodyPublishers.noBody());
    }

    public HttpResponse<String> visit(URI uri) throws IOException, InterruptedException {
        return send(uri.getAuthority(), HttpRequest.newBuilder(uri), "GET", BodyPublishers.noBody());
    }

    /** Sends the form of a page. */
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = ACTION.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("There is no form: " + page.statusCode() + " " + page.body());
        }
        var uri = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        var request = HttpRequest.newBuilder(uri).header("Content-Type", "application/x-www-form-urlencoded");
        return send(uri.getAuthority(), request, "POST", Keycloak.form(fields));
    }

    public static URI redirect(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The cookies that it would send to this host now. */
    public Map<String, HttpCookie> cookies(String host) {
        return cookies.computeIfAbsent(host, unknown -> new HashMap<>());
    }

    private HttpResponse<String> send(String host, HttpRequest.Builder request, String method, BodyPublisher body)
            throws IOException, InterruptedException {
        var kept = cookies(host);
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.values().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = http.send(request.method(method, body).build(), BodyHandlers.ofString());
        for (var header : answer.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                    kept.remove(cookie.getName());
                } else {
                    kept.put(cookie.getName(), cookie);
                }
            }
        }
        return answer;
    }
}
