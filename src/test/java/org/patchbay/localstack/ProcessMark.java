package org.patchbay.localstack;

import java.time.Instant;
import java.util.Optional;

/**
 * Names a process across JVMs. The start time tells it from a later one that got the same pid; it is compared with
 * some tolerance, since it is computed from the time of the boot, which the kernel corrects by a second now and then.
 */
record ProcessMark(long pid, long startedAt) {

    private static final long TOLERANCE_MILLIS = 10_000;

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    static ProcessMark parse(String text) {
        String[] parts = text.strip().split(" ", 2);
        return new ProcessMark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    String asText() {
        return pid + " " + startedAt;
    }

    /** The process, while it lives. A zombie, which nobody reaps in many containers, has no command and is dead. */
    Optional<ProcessHandle> live() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent())
                .filter(process -> Math.abs(startOf(process) - startedAt) < TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
