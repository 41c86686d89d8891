package org.patchbay.shared.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;

/** Refuses what nobody can mean by an address, where the resource would read something else, or nothing. */
public class UriFilter {

    /** The query parameters of each method, and whether one may come more than once. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = RequestPipeline.URI_FILTER)
    void check(HttpServerRequest http, ResourceInfo resource) {
        // Called right here, where Quarkus looks for it: a native image keeps the methods of resources only then.
        var method = resource.getResourceMethod();
        var parameters = known.computeIfAbsent(method, UriFilter::parametersOf);
        check(http, parameters, method.isAnnotationPresent(OpenQueryParameters.class));
    }

    /**
     * The same of a request that no resource answers.
     *
     * @param parameters of each query parameter whether it may come more than once
     * @throws HttpProblem {@code bad-request}
     */
    public static void check(HttpServerRequest http, Map<String, Boolean> parameters) {
        check(http, parameters, false);
    }

    private static void check(HttpServerRequest http, Map<String, Boolean> parameters, boolean open) {
        if (Texts.ofAddress(http.path()).isEmpty()) {
            throw ProblemType.BAD_REQUEST.because(CommonWords.ADDRESS, CommonWords.THE_PATH.with());
        }
        if (http.query() == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (var parameter : http.query().split("&")) {
            var name = name(parameter);
            if (!parameter.isEmpty() && !open) {
                checkOnce(name, mayRepeat(name, parameters), seen);
            }
        }
    }

    private static String name(String parameter) {
        var name = Texts.ofAddress(parameter.split("=", 2)[0]);
        if (Texts.ofAddress(parameter).isEmpty()) {
            throw ProblemType.BAD_REQUEST.because(
                    CommonWords.ADDRESS, name.isPresent() ? name.get() : CommonWords.THE_QUERY.with());
        }
        return name.orElseThrow();
    }

    private static boolean mayRepeat(String name, Map<String, Boolean> parameters) {
        var many = parameters.get(name);
        if (many == null) {
            throw parameters.isEmpty()
                    ? ProblemType.BAD_REQUEST.because(CommonWords.NO_PARAMETER, name)
                    : ProblemType.BAD_REQUEST.because(
                            CommonWords.NO_SUCH_PARAMETER, name, String.join(", ", parameters.keySet()));
        }
        return many;
    }

    private static void checkOnce(String name, boolean many, Collection<String> seen) {
        if (!seen.add(name) && !many) {
            throw ProblemType.BAD_REQUEST.because(CommonWords.GIVEN_TWICE, name);
        }
    }

    private static Map<String, Boolean> parametersOf(Method method) {
        var parameters = new TreeMap<String, Boolean>();
        for (var parameter : method.getParameters()) {
            add(parameters, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field -> add(parameters, field, field.getType()));
            }
        }
        return parameters;
    }

    private static void add(Map<String, Boolean> parameters, AnnotatedElement element, Class<?> type) {
        var parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            parameters.put(parameter.value(), Collection.class.isAssignableFrom(type));
        }
    }
}
