package org.patchbay.attachments;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * A part of a file that somebody asks for (RFC 9110, section 14). Of several in one request nobody has need; then the
 * whole file is the answer, as it is where the header is malformed.
 */
public record ByteRange(long from, long length) {

    /** More digits than a size has are too many to count. */
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * @param size of the whole
     * @return empty where the whole is asked for
     * @throws HttpProblem {@code range-not-satisfiable}
     */
    public static Optional<ByteRange> of(@Nullable String header, long size) {
        if (header == null) {
            return Optional.empty();
        }
        var one = ONE.matcher(header.strip());
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(one.group(2)));
            return Optional.of(checked(size - last, size, size));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        return to < from && from < size
                ? Optional.empty()
                : Optional.of(checked(from, Math.min(size, Math.max(to, from) + 1), size));
    }

    private static ByteRange checked(long from, long end, long size) {
        if (from >= size) {
            throw ProblemType.RANGE_NOT_SATISFIABLE
                    .problem(AttachmentWords.NOT_THAT_LONG, size)
                    .withHeader("Content-Range", "bytes */" + size)
                    .build();
        }
        return new ByteRange(from, end - from);
    }

    /** As the header {@code Content-Range} has it. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
