package org.patchbay.mails;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.patchbay.shared.language.Language;

import static java.util.Objects.requireNonNull;

/**
 * A mail's subject and text, and the same text as HTML. All that comes from people is escaped there, and stands in one
 * line in the subject.
 */
record Letter(String subject, String text, String html) {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final int LONGEST_SUBJECT = 200;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">\
            <meta name="viewport" content="width=device-width"></head>
            <body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
            <div style="max-width:36em;margin:0 auto">
            %s
            </div></body></html>
            """;

    private static final String QUOTE =
            "<blockquote dir=\"auto\" style=\"margin:16px 0;padding:4px 16px;border-left:4px solid #7c8ea3\">"
                    + "%s</blockquote>";

    private static final String BUTTON = "<p style=\"margin:24px 0\"><a href=\"%s\" style=\"display:inline-block;"
            + "padding:12px 20px;border-radius:6px;background:#1c5fb8;color:#ffffff;text-decoration:none\">%s</a></p>";

    static Letter of(MailTemplate template, Map<Placeholder, String> values) {
        return new Letter(
                oneLine(Placeholder.filled(template.subject(), values)),
                paragraphs(Placeholder.filled(template.text(), values)).collect(Collectors.joining("\n\n", "", "\n")),
                html(template, values));
    }

    /** As a header may have it. */
    static String oneLine(String text) {
        var line = CONTROLS.matcher(text).replaceAll(" ").strip();
        return line.substring(
                0, line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), LONGEST_SUBJECT)));
    }

    /** A paragraph whose placeholders have nothing to say is left out. */
    private static Stream<String> paragraphs(String text) {
        return Arrays.stream(PARAGRAPHS.split(text.replace("\r", "")))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty());
    }

    private static String html(MailTemplate template, Map<Placeholder, String> values) {
        var escaped = values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> escaped(value.getValue())));
        var body = paragraphs(template.text())
                .map(paragraph -> html(paragraph, escaped, template.language()))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(template.language().tag(), body);
    }

    private static String html(String paragraph, Map<Placeholder, String> escaped, Language language) {
        if (paragraph.equals(Placeholder.LINK.inBraces())) {
            return BUTTON.formatted(
                    requireNonNull(escaped.get(Placeholder.LINK)), escaped(CaseMailTexts.OPEN_CASE.in(language)));
        }
        var filled = Placeholder.filled(escaped(paragraph), escaped).strip().replace("\n", "<br>\n");
        if (filled.isEmpty()) {
            return "";
        }
        return paragraph.equals(Placeholder.TEXT.inBraces())
                ? QUOTE.formatted(filled)
                : "<p dir=\"auto\">" + filled + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("\r", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
