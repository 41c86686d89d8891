package org.patchbay.identity.clients;

import java.util.Base64;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.sessions.ClientToken;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.problems.ProblemType;

import io.vertx.core.http.HttpServerRequest;

/** The sign-in of API clients (RFC 6749, section 4.4). Its errors are problems with that standard's {@code error}. */
@Path("/")
@Tag(name = "Sign-in")
public class ClientTokenResource {

    private static final String BASIC = "Basic ";

    private final ApiClients clients;

    ClientTokenResource(ApiClients clients) {
        this.clients = clients;
    }

    /** A client id and its secret. */
    private record Pair(@Nullable String id, @Nullable String secret) {

        @Override
        public String toString() {
            return "Pair[" + id + "]";
        }
    }

    @POST
    @Path("/auth/token")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "clientToken",
            summary = "Sign in as an API client",
            description = "OAuth 2.0 client credentials. Id and secret come by HTTP Basic or in the form.")
    @APIResponse(responseCode = "200", description = "A token")
    @APIResponse(responseCode = "400", description = "invalid_request, invalid_scope or unsupported_grant_type")
    @APIResponse(responseCode = "401", description = "invalid_client")
    @APIResponse(responseCode = "429", description = "Too many attempts for this client or from this address")
    public ClientToken token(
            @RestForm("grant_type") @Schema(examples = "client_credentials") @Nullable String grantType,
            @RestForm("client_id") @Schema(examples = "c-4Zl0pQ") @Nullable String clientId,
            @RestForm("client_secret") @Schema(examples = "k3Jq...") @Nullable String clientSecret,
            @RestForm("scope")
                    @Schema(
                            description = "Some of the client's, space-separated; absent for all",
                            examples = "orders:write")
                    @Nullable
                    String scope,
            @HeaderParam("Authorization") @Nullable String authorization,
            @Context HttpServerRequest http) {
        if (!"client_credentials".equals(grantType)) {
            throw ApiClients.refused(
                    ProblemType.BAD_REQUEST,
                    "unsupported_grant_type",
                    ValueWords.IS,
                    "grant_type",
                    "client_credentials");
        }
        var client = authorization == null ? new Pair(clientId, clientSecret) : basic(authorization);
        if (client.id() == null || client.secret() == null || client.id().length() > 64) {
            throw ApiClients.refused(ProblemType.BAD_REQUEST, "invalid_request", IdentityWords.NO_CLIENT_SECRET);
        }
        return clients.token(
                client.id(), client.secret(), scope, http.remoteAddress().hostAddress());
    }

    private static Pair basic(String header) {
        try {
            var text = Texts.ofUtf8(Base64.getDecoder()
                            .decode(header.substring(BASIC.length()).strip()))
                    .orElseThrow();
            int colon = text.indexOf(':');
            return new Pair(text.substring(0, colon), text.substring(colon + 1));
        } catch (RuntimeException e) {
            throw ApiClients.refused(ProblemType.BAD_REQUEST, "invalid_request", IdentityWords.NOT_BASIC);
        }
    }
}
