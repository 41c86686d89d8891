package org.patchbay.conversations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import org.patchbay.attachments.AttachmentView;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.tenancy.CurrentOrganisation;

/** Writes all that somebody may read of a conversation as a text, however much it is. */
@ApplicationScoped
class Transcript {

    private static final int BATCH = 200;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** Nobody's words begin a line, so nobody writes what looks like another's. */
    private static final String INDENT = "    ";

    private final Conversations conversations;
    private final CurrentOrganisation currentOrganisation;

    Transcript(Conversations conversations, CurrentOrganisation currentOrganisation) {
        this.conversations = conversations;
        this.currentOrganisation = currentOrganisation;
    }

    private interface Pages {
        MessagePage after(long number);
    }

    /**
     * Visibility and actor are settled now, because the text is written when the request's context may be gone.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where they see none of its tickets
     */
    StreamingOutput of(Actor reader, long conversation, Language language) {
        var first = conversations.messages(reader, conversation, 0L, null, BATCH);
        var visibility = CurrentVisibility.current();
        Pages pages = number -> currentOrganisation.in(
                reader.organisationId(),
                () -> CurrentVisibility.of(
                        visibility, () -> conversations.messages(reader, conversation, number, null, BATCH)));
        return out -> {
            say(out, ConversationWords.TRANSCRIPT.with(conversation).in(language) + "\n");
            var page = first;
            write(out, page, language);
            while (page.more()) {
                page = pages.after(page.items().getLast().number());
                write(out, page, language);
            }
        };
    }

    private static void write(OutputStream out, MessagePage page, Language language) throws IOException {
        for (var message : page.items()) {
            say(out, text(message, language));
        }
        out.flush();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MessageView message, Language language) {
        var text = new StringBuilder("\n")
                .append(TIME.format(message.at()))
                .append("  ")
                .append(name(message, language));
        if (message.audience() == Audience.INTERNAL) {
            text.append(" (").append(ConversationWords.NOTE.with().in(language)).append(')');
        }
        text.append('\n');
        var said = message.inWords();
        var words = said == null ? ConversationWords.TEXT_ERASED.with().in(language) : said;
        words.lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
        message.attachments().stream()
                .map(AttachmentView::name)
                .forEach(file ->
                        text.append(INDENT).append('[').append(inOneLine(file)).append("]\n"));
        return text.toString();
    }

    private static String name(MessageView message, Language language) {
        var author = message.author();
        if (author.name() != null) {
            var name = inOneLine(author.name());
            return author.bot() ? ConversationWords.BOT.with(name).in(language) : name;
        }
        var somebody = message.kind() == MessageKind.SILENCE
                ? ConversationWords.SYSTEM
                : author.customer() ? ConversationWords.CUSTOMER : ConversationWords.STAFF;
        return somebody.with().in(language);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\R|\\p{Cntrl}", " ");
    }
}
