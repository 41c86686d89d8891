package org.patchbay.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.accounts.AccountView;
import org.patchbay.identity.accounts.NewAccount;
import org.patchbay.identity.accounts.StaffRole;
import org.patchbay.identity.accounts.StaffRoles;
import org.patchbay.identity.signin.LinkWanted;
import org.patchbay.identity.signin.PasswordLinks;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;

import io.vertx.core.http.HttpServerRequest;

/** The sign-ins of supervisors and admins; agents, customers and API clients have theirs from their own resources. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@RolesAllowed(Role.Names.ADMIN)
public class AccountResource {

    private final Accounts accounts;
    private final PasswordLinks links;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    AccountResource(Accounts accounts, PasswordLinks links, CurrentActor actor, Idempotency idempotency) {
        this.accounts = accounts;
        this.links = links;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createAccount", summary = "Create a sign-in for a supervisor or an admin")
    @APIResponseSchema(value = AccountView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The user name is taken")
    public RestResponse<AccountView> create(
            @Valid @NotNull NewAccount request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var account = idempotency.once(me.accountId(), key, request, AccountView.class, () -> accounts.create(request));
        return VersionedResponses.created("accounts/" + account.id(), account);
    }

    @GET
    @Operation(
            operationId = "listAccounts",
            summary = "List sign-ins, those of agents, customers and API clients included")
    public RestResponse<Page<AccountView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return accounts.list(after, limit).response(uri);
    }

    @PUT
    @Path("/{id}/roles")
    @Operation(
            operationId = "setStaffRoles",
            summary = "Make somebody of the house a supervisor or an admin, or no longer one",
            description =
                    "Agents stay agents. A new role counts from the next token on, within minutes; where one is taken"
                            + " away, all sessions of the account end. At a federated sign-in, the identity provider"
                            + " sets the roles again.")
    @APIResponseSchema(value = AccountView.class, responseDescription = "As it is now")
    @APIResponse(
            responseCode = "409",
            description = "One's own role of an admin, nobody's last role, or neither an agent's, a supervisor's nor an"
                    + " admin's account")
    public AccountView setRoles(@RestPath long id, @Valid @NotNull StaffRoles request) {
        var me = actor.get();
        if (id == me.accountId() && !request.roles().contains(StaffRole.ADMIN)) {
            throw ProblemType.CONFLICT.because(IdentityWords.OWN_ADMIN_ROLE);
        }
        return accounts.setStaffRoles(me, id, request.roles());
    }

    @POST
    @Path("/{id}/sign-out-everywhere")
    @Operation(operationId = "signOutAccount", summary = "End all sessions of a sign-in")
    @APIResponse(responseCode = "204", description = "Their tokens are refused within seconds")
    public void signOutEverywhere(@RestPath long id) {
        accounts.signOutEverywhere(id);
    }

    @POST
    @Path("/{id}/password-link")
    @ResponseStatus(202)
    @Operation(
            operationId = "sendPasswordLink",
            summary = "Mail somebody a link that sets a new password",
            description = "It works once, for a day, and ends whatever keeps its owner waiting after wrong passwords."
                    + " Where the address is new, links that were mailed elsewhere end.")
    @APIResponse(responseCode = "202", description = "The mail is on its way")
    @APIResponse(
            responseCode = "409",
            description = "Their address is not known, it is somebody else's, it is a customer's, who has one, or they"
                    + " sign in without a password of ours")
    public void sendPasswordLink(
            @RestPath long id, @Valid @NotNull LinkWanted request, @Context HttpServerRequest http) {
        accounts.ensureReached(id, request.email());
        links.sendTo(id, Language.of(http));
    }

    @DELETE
    @Path("/{id}/second-factor")
    @Operation(
            operationId = "removeSecondFactorOfAccount",
            summary = "Switch off the second factor of a sign-in",
            description = "For somebody who lost their app and their recovery codes. Ends no session.")
    @APIResponse(responseCode = "204", description = "Off")
    public void removeSecondFactor(@RestPath long id) {
        accounts.removeSecondFactor(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteAccount", summary = "Delete a sign-in; its tokens are refused within seconds")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "409",
            description = "One's own, or one that belongs to an agent, a customer or an API client")
    public void delete(@RestPath long id) {
        var me = actor.get();
        if (id == me.accountId()) {
            throw ProblemType.CONFLICT.because(IdentityWords.OWN_SIGN_IN);
        }
        accounts.deleteStaff(me, id);
    }
}
