package org.patchbay.localstack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes that use the stack, one file each, so that the last one knows that it is the last. */
final class Users {

    private final Path folder;

    Users(Path folder) {
        this.folder = folder;
    }

    /** Whether the user is new. */
    boolean add(ProcessHandle user) throws IOException {
        Files.createDirectories(folder);
        Path file = fileOf(user);
        if (isLive(file)) {
            return false;
        }
        Files.writeString(file, ProcessMark.of(user).asText());
        return true;
    }

    void remove(ProcessHandle user) throws IOException {
        Files.deleteIfExists(fileOf(user));
    }

    /** Whether any process but this one lives; forgets killed ones. */
    boolean othersThan(ProcessHandle user) throws IOException {
        if (Files.notExists(folder)) {
            return false;
        }
        boolean others = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!isLive(file)) {
                    Files.deleteIfExists(file);
                } else if (!file.equals(fileOf(user))) {
                    others = true;
                }
            }
        }
        return others;
    }

    private Path fileOf(ProcessHandle user) {
        return folder.resolve(Long.toString(user.pid()));
    }

    private static boolean isLive(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        String text = Files.readString(file);
        // Empty where a machine stopped before the text was on disk.
        return !text.isBlank() && ProcessMark.parse(text).live().isPresent();
    }
}
