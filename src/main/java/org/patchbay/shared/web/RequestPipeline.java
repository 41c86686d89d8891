package org.patchbay.shared.web;

import jakarta.ws.rs.Priorities;

import io.quarkus.vertx.http.runtime.RouteConstants;

/**
 * All of ours that a request passes, in their order. Nothing else says an order: each stands where its constant says,
 * which bears its name. {@code src/docs/guide/request.md} lists the same.
 */
public final class RequestPipeline {

    // Handlers around all routes, the highest number first. Quarkus looks at origins at 300, at tokens at 200, and at
    // permissions at 100.

    /** Refuses what comes while the replica stops. First, since nothing begins then, and a refusal costs nothing. */
    public static final int SHUTDOWN_HANDLER = 10_000;

    /** Tells caches that answers depend on the requested language. Before all but the answer of a stopping replica. */
    public static final int LANGUAGE_VARIANCE_HANDLER = 9_500;

    /** Limits what an address asks of the API. Before all that looks at more than the head of a request. */
    public static final int ADDRESS_RATE_LIMIT_HANDLER = 9_000;

    /** Lets a page's cookie stand for a token. Before all that asks whose a request is. */
    public static final int COOKIE_AUTHENTICATION_HANDLER = 340;

    /** Refuses pages of others with a problem. Before Quarkus, which does so without one. */
    public static final int ORIGIN_HANDLER = 330;

    /** Refuses a body that says it is too long. Before Quarkus, which does so without a problem. */
    public static final int CONTENT_LENGTH_HANDLER = 320;

    /** Refuses a content type that is none. Before REST, which fails where it looks for a resource that takes it. */
    public static final int CONTENT_TYPE_HANDLER = 310;

    // Routes, the lowest number first. The REST API and the files of the pages are among those of Quarkus.

    /** Ends what failed once it was answered. Before all that would answer it again. */
    public static final int ANSWERED_FAILURE_HANDLER = Integer.MIN_VALUE;

    /** Keeps Quarkus from ending requests of long bodies without an answer. Right after its limit is set. */
    public static final int UPLOAD_LIMIT_HANDLER = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    /** Has browsers keep the files of pages. Before those who answer with them. */
    public static final int ASSET_HANDLER = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT - 3;

    /** Answers with the widget. Before the file of that name, which lacks a nonce. */
    public static final int WIDGET_HANDLER = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT - 2;

    /** Answers browsers with the application. After the widget, since it takes every other path without a dot. */
    public static final int APPLICATION_HANDLER = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT - 1;

    // Filters of the REST API, the lowest number first. A resource is found, and roles are asked, before them.

    /** Limits what an account asks. Before the database is asked anything. */
    public static final int ACCOUNT_RATE_LIMIT_FILTER = Priorities.AUTHORIZATION;

    /** Enters the organisation, and refuses accounts that may no longer act. Before all that reads rows. */
    public static final int ACCOUNT_FILTER = Priorities.AUTHORIZATION + 1;

    /** Keeps API clients to their scopes. Before anything is read for them. */
    public static final int SCOPE_FILTER = Priorities.AUTHORIZATION + 2;

    /** Gives the request the sight of its account. After the organisation, in which memberships are. */
    public static final int VISIBILITY_FILTER = Priorities.AUTHORIZATION + 3;

    /** Notes that an agent is there. After all that asks who may, before what was asked is looked at. */
    public static final int HEARTBEAT_FILTER = Priorities.AUTHORIZATION + 4;

    /** Refuses what nobody can mean by an address. After all that asks who may: others hear of no parameter. */
    public static final int URI_FILTER = Priorities.AUTHORIZATION + 5;

    /** Marks lines of log with the ticket. Last, since what is refused does nothing to a ticket. */
    public static final int TICKET_LOG_FILTER = Priorities.AUTHORIZATION + 6;

    // Interceptors of bodies, the lowest number first.

    /** Refuses what is not JSON. Before anything of the body is read. */
    public static final int JSON_ONLY_INTERCEPTOR = Priorities.ENTITY_CODER;

    /** Measures bodies that do not say how long they are. Last, around what reads them. */
    public static final int BODY_SIZE_INTERCEPTOR = Priorities.ENTITY_CODER + 1;

    // Converters of parameters, the lowest number first. Each has types of its own.

    /** Takes texts of addresses and forms as they are kept. */
    public static final int TEXT_PARAMETER_CONVERTERS = Priorities.USER;

    /** Takes numbers, times and choices of addresses, and says which is wrong. */
    public static final int QUERY_PARAMETER_CONVERTERS = Priorities.USER + 1;

    // Mappers of failures, the lowest number first: that of the nearest type answers. Those of resteasy-problem are
    // registered at 999, whatever they say themselves.

    /** Says what is wrong with a JSON. Before the library, which quotes names of classes. */
    public static final int JSON_ERROR_MAPPER = 900;

    /** Says that a body is too long. */
    public static final int TOO_LARGE_MAPPER = 901;

    /** Turns whatever no other knows into a problem. */
    public static final int PROBLEM_MAPPER = 902;

    private RequestPipeline() {}
}
