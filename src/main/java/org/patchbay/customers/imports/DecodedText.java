package org.patchbay.customers.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

import jakarta.ws.rs.core.MediaType;

import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.problems.ProblemType;

/**
 * A text of a request, decoded as declared: by its content type's charset or its byte order mark, else as UTF-8.
 * Invalid bytes are never replaced silently.
 */
public record DecodedText(BufferedReader reader, Charset charset) {

    /** Stands for invalid bytes. It is no character, and no valid one is read as it. */
    private static final char INVALID = '\uFFFF';

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code bad-request} where nothing can be read as declared */
    public static DecodedText over(InputStream bytes, MediaType type) throws IOException {
        var unmarked = BOMInputStream.builder()
                .setInputStream(bytes)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16BE, ByteOrderMark.UTF_16LE)
                .get();
        var charset = charset(type.getParameters().get(MediaType.CHARSET_PARAMETER), unmarked.getBOMCharsetName());
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(INVALID));
        return new DecodedText(new BufferedReader(new InputStreamReader(unmarked, decoder)), charset);
    }

    /** @throws BadLineException where a part of it was invalid */
    void check(String part) {
        if (part.indexOf(INVALID) >= 0) {
            throw new BadLineException(ImportWords.NOT_OF_CHARSET, charset.name());
        }
    }

    private static Charset charset(@Nullable String declaredName, @Nullable String mark) {
        try {
            var declared = declaredName == null ? null : Charset.forName(declaredName);
            if (mark == null) {
                return declared == null ? StandardCharsets.UTF_8 : declared;
            }
            var marked = Charset.forName(mark);
            if (declared != null && !marked.name().startsWith(declared.name())) {
                throw ProblemType.BAD_REQUEST.because(ImportWords.OTHER_MARK, declared, marked);
            }
            return marked;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemType.BAD_REQUEST.because(ImportWords.NO_CHARSET, declaredName);
        }
    }
}
