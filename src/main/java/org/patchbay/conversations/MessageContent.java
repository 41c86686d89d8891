package org.patchbay.conversations;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The part of a message beside its text.
 *
 * @param choices its buttons
 * @param form its blanks
 * @param answer the values of an answer, by the names of the blanks; of buttons, under {@link #CHOICE}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MessageContent(List<Choice> choices, List<Blank> form, SortedMap<String, String> answer) {

    static final MessageContent NONE = new MessageContent(List.of(), List.of(), Collections.emptySortedMap());

    static final String CHOICE = "choice";

    private static final Column COLUMN = new Column();

    private static final class Column extends JsonConverter<MessageContent> {
        Column() {
            super(new TypeReference<>() {});
        }
    }

    public MessageContent {
        choices = choices == null ? List.of() : choices;
        form = form == null ? List.of() : form;
        answer = answer == null ? Collections.emptySortedMap() : answer;
    }

    static MessageContent ofColumn(@Nullable String column) {
        var content = COLUMN.convertToEntityAttribute(column);
        return content == null ? NONE : content;
    }

    @Nullable
    String column() {
        return equals(NONE) ? null : COLUMN.convertToDatabaseColumn(this);
    }

    @JsonIgnore
    boolean isAsking() {
        return !choices.isEmpty() || !form.isEmpty();
    }

    MessageKind kind() {
        if (!answer.isEmpty()) {
            return MessageKind.ANSWER;
        }
        return !choices.isEmpty() ? MessageKind.CHOICES : form.isEmpty() ? MessageKind.TEXT : MessageKind.FORM;
    }
}
