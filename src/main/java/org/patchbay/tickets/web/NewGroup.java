package org.patchbay.tickets.web;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The group that shall have a ticket. */
record NewGroup(@NotNull @Schema(examples = "3") Long groupId) {}
