package org.patchbay.conversations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.problems.ProblemType;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A conversation that a customer begins, or another system with a customer. */
record ConversationRequest(
        @Schema(description = "Whose it is; only of other systems, which must say so", examples = "12", nullable = true)
        @Nullable
        Long customerId,

        @NotNull
        @NotBlank
        @Size(max = MessageRequest.MOST_BYTES)
        @Schema(description = "The first message; at most 32 KB in UTF-8", examples = "Where is my parcel?")
        String text,

        @Valid
        @Schema(
                description = "Answers to what `/me/chat-form` asks before the first message; only of customers",
                nullable = true)
        FormAnswers answers) {

    ConversationRequest {
        answers = answers == null ? FormAnswers.NONE : answers;
    }

    /**
     * The answers of a customer who begins.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code validation-failed} where they say whose it is
     */
    FormAnswers ofCustomer() {
        if (customerId != null) {
            throw ProblemType.VALIDATION_FAILED.because(ConversationWords.OWN);
        }
        return answers;
    }

    /**
     * The customer with whom another system begins.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code validation-failed} where it does not say so, or
     *     answers in the customer's place
     */
    long customer() {
        if (customerId == null || !answers.equals(FormAnswers.NONE)) {
            throw ProblemType.VALIDATION_FAILED.because(ConversationWords.WITH_WHOM);
        }
        return customerId;
    }

    @AssertTrue(message = "{patchbay.message-bytes}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isShortEnough() {
        return MessageRequest.isShortEnough(text);
    }
}
