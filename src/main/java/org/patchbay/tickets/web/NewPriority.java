package org.patchbay.tickets.web;

import jakarta.validation.constraints.NotNull;

import org.patchbay.queues.Priority;

/** How urgent a ticket shall be. */
record NewPriority(@NotNull Priority priority) {}
