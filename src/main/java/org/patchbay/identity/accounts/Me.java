package org.patchbay.identity.accounts;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account that asks. */
public record Me(
        @Schema(examples = "7") long id,
        @Schema(examples = "1") long organisationId,
        @Schema(examples = "Ada Agent") String name,
        @Schema(examples = "agent") List<String> roles) {}
