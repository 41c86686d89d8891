package org.patchbay.chats;

import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.PersonalFact;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A question of the form. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Question(
        @NotNull Asks asks,

        @Size(max = 40)
        @Schema(
                description = "Of FIELD: the key of a field of tickets. A CHOICE such as the topic leads the chat"
                        + " where the routing policy says",
                examples = "topic",
                nullable = true)
        @Nullable
        String field,

        @Valid
        @Schema(
                description = "The words of the question; where absent, the label of the field, or the pages' own",
                nullable = true)
        @Nullable
        Phrase label,

        @Schema(
                description = "Whether the chat begins only with an answer; false where absent",
                examples = "false",
                nullable = true)
        Boolean required) {

    Question {
        required = required != null && required;
    }

    /** The subject of a question. */
    @RegisterForReflection
    enum Asks {
        /** As visitors who gave no name want to be called. */
        NAME,
        /** An address, of those who have none. Nobody confirms it. */
        EMAIL,
        PHONE,
        /** A field of the ticket. */
        FIELD;

        Optional<PersonalFact> fact() {
            return switch (this) {
                case NAME -> Optional.of(PersonalFact.NAME);
                case EMAIL -> Optional.of(PersonalFact.EMAIL);
                case PHONE -> Optional.of(PersonalFact.PHONE);
                case FIELD -> Optional.empty();
            };
        }
    }

    /** Whether it names a field if, and only if, it asks for one. */
    boolean fits() {
        return (asks == Asks.FIELD) == (field != null);
    }

    /** The thing that it asks for, as no other question does. */
    String subject() {
        return field == null ? asks.name() : field;
    }
}
