package org.patchbay.views;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.tickets.ReturnReason;
import org.patchbay.tickets.TicketStatus;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The filter of a view: parameters of GET /tickets, by their names there. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ViewFilter(
        @Size(max = 10) @Schema(description = "Any of these", examples = "[\"OPEN\"]", nullable = true) @Nullable
        List<@NotNull TicketStatus> status,

        @Schema(nullable = true) @Nullable Channel channel,
        @Schema(nullable = true) @Nullable Priority priority,
        @Schema(examples = "2", nullable = true) @Nullable Long queueId,
        @Schema(examples = "7", nullable = true) @Nullable Long agentId,

        @Schema(description = "Those of whoever looks, in place of `agentId`", examples = "true", nullable = true)
        @Nullable
        Boolean mine,

        @Schema(examples = "3", nullable = true) @Nullable Long groupId,
        @Schema(nullable = true) @Nullable ReturnReason reason,

        @Min(0)
        @Max(43_200)
        @Schema(
                description = "Live ones of which a promise ends within this time, or is over",
                examples = "60",
                nullable = true)
        @Nullable
        Integer dueWithinMinutes,

        @Size(max = 20) @Schema(description = "All of these", examples = "[3]", nullable = true) @Nullable
        List<@NotNull Long> tagId,

        @Size(max = 5)
        @Schema(description = "All of these", examples = "[\"under_warranty:true\"]", nullable = true)
        @Nullable
        List<@NotNull @Size(max = 300) String> field,

        @Size(max = 200) @Schema(examples = "lamp", nullable = true) @Nullable
        String text) {}
