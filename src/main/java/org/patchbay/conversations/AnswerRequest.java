package org.patchbay.conversations;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.problems.ProblemType;

/** A customer's answer to the buttons or the form of a message. */
public record AnswerRequest(
        @Size(max = 100) @Schema(description = "The value of a button", examples = "refund", nullable = true) @Nullable
        String choice,

        @Size(max = 10)
        @Schema(
                type = SchemaType.OBJECT,
                description = "What the blanks of a form are filled in with, by their names",
                examples = "{\"size\":\"42\"}",
                nullable = true)
        Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = Blank.LONGEST) String> fields) {

    public AnswerRequest {
        fields = fields == null ? Map.of() : fields;
    }

    /**
     * The words of the answer.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where the message asks nothing; {@code
     *     validation-failed} where it cannot be answered so
     */
    Message.Words wordsTo(MessageView asked) {
        if (!asked.choices().isEmpty()) {
            return chosen(asked);
        }
        if (!asked.form().isEmpty()) {
            return filledIn(asked);
        }
        throw ProblemType.CONFLICT.because(ConversationWords.ASKS_NOTHING, asked.number());
    }

    private Message.Words chosen(MessageView asked) {
        var button = asked.choices().stream()
                .filter(each -> each.value().equals(choice))
                .findFirst()
                .orElseThrow(() -> ProblemType.VALIDATION_FAILED.because(ConversationWords.NO_SUCH_CHOICE));
        return Message.Words.answering(asked.number(), button.label(), Map.of(MessageContent.CHOICE, button.value()));
    }

    private Message.Words filledIn(MessageView asked) {
        var names = asked.form().stream().map(Blank::name).toList();
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemType.VALIDATION_FAILED.because(ConversationWords.NO_BLANK, name);
                });
        var answer = new HashMap<String, String>();
        for (var blank : asked.form()) {
            var text = fields.getOrDefault(blank.name(), "").strip();
            if (text.isEmpty() ? blank.required() : !blank.takes(text)) {
                throw ProblemType.VALIDATION_FAILED.because(ConversationWords.BLANK_WRONG, blank.name(), blank.type());
            }
            if (!text.isEmpty()) {
                answer.put(blank.name(), text);
            }
        }
        if (answer.isEmpty()) {
            throw ProblemType.VALIDATION_FAILED.because(ConversationWords.NOTHING_FILLED_IN);
        }
        var text = asked.form().stream()
                .filter(blank -> answer.containsKey(blank.name()))
                .map(blank -> blank.label() + ": " + answer.get(blank.name()))
                .collect(Collectors.joining("\n"));
        return Message.Words.answering(asked.number(), text, answer);
    }
}
