package org.patchbay.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;

/** The lines of some loggers while this is open, with their level and the whole of what was thrown. */
public final class LoggedLines extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Predicate<String> loggers;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private LoggedLines(Predicate<String> loggers) {
        this.loggers = loggers;
    }

    /** Close it. */
    public static LoggedLines of(Predicate<String> loggers) {
        var logged = new LoggedLines(loggers);
        ROOT.addHandler(logged);
        return logged;
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (loggers.test(line.getLoggerName())) {
            var text = new StringWriter();
            text.write(line.getLevel() + " " + ((ExtLogRecord) line).getFormattedMessage());
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            lines.add(text.toString());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
