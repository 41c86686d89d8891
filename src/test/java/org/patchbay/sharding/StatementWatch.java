package org.patchbay.sharding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.NativeSession;
import com.mysql.cj.PreparedQuery;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;

import io.agroal.api.AgroalPoolInterceptor;

/**
 * Sees every statement that the application sends in the process of the tests, as the driver sends it, with its values:
 * those of Hibernate and our own. A statement that names no single organisation fails the test in which it is seen,
 * unless {@link OfManyOrganisations} says why it is right. So does one that names it for some of its tables alone, and
 * a transaction that names two.
 */
@ApplicationScoped
public class StatementWatch implements AgroalPoolInterceptor {

    private static final Pattern OF_ROWS = Pattern.compile(
            "\\(*(select|insert|update|delete|replace|with)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final ShardingSchema SCHEMA = ShardingSchema.read();
    private static final Map<String, ShardedStatement> READ = new ConcurrentHashMap<>();
    private static final Set<String> FAULTS = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable List<String>> SENT_HERE = new ThreadLocal<>();

    /** The faults since the last call. */
    static Set<String> takeFaults() {
        var faults = Set.copyOf(FAULTS);
        FAULTS.removeAll(faults);
        return faults;
    }

    /** The statements about organisations that this thread sends during some work. */
    public static List<String> sentHere(Runnable work) {
        var sent = new ArrayList<String>();
        SENT_HERE.set(sent);
        try {
            work.run();
        } finally {
            SENT_HERE.remove();
        }
        return sent;
    }

    /** Whether it reads or writes tables of organisations without naming one, whatever the reason. */
    public static boolean namesNoOrganisation(String sql) {
        var statement = read(sql);
        return statement.namesNone() && !statement.unnamed().isEmpty();
    }

    private static ShardedStatement read(String sql) {
        return READ.computeIfAbsent(sql, text -> new ShardedStatement(text, SCHEMA));
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            var own = connection.unwrap(JdbcConnection.class);
            ((NativeSession) own.getSession()).setQueryInterceptors(List.of(new OfConnection(own)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The transaction that a connection has under way. */
    private static final class OfConnection implements QueryInterceptor {

        private final JdbcConnection connection;
        private final TransactionWatch transaction = new TransactionWatch();

        private OfConnection(JdbcConnection connection) {
            this.connection = connection;
        }

        @Override
        public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
            var text = sql.get();
            if (text != null) {
                look(text, query);
            }
            return null;
        }

        private void look(String sql, Query query) {
            try {
                switch (sql.toLowerCase(Locale.ROOT)) {
                    case "commit" -> transaction.commit().ifPresent(FAULTS::add);
                    case "rollback" -> transaction.forget();
                    default -> {
                        if (OF_ROWS.matcher(sql).matches()) {
                            sent(sql, query);
                        }
                        if (connection.getAutoCommit()) {
                            transaction.commit().ifPresent(FAULTS::add);
                        }
                    }
                }
            } catch (SQLException | RuntimeException e) {
                FAULTS.add("could not be read: " + sql + ": " + e);
            }
        }

        private void sent(String sql, Query query) {
            var statement = read(sql);
            if (statement.tables().isEmpty()) {
                return;
            }
            var here = SENT_HERE.get();
            if (here != null) {
                here.add(sql);
            }
            if (!statement.unnamed().isEmpty()) {
                var by = by();
                if (!statement.namesNone()) {
                    FAULTS.add(by + " does not name the organisation of " + statement.unnamed() + ": " + sql);
                } else if (!OfManyOrganisations.mayNameNone(by)) {
                    FAULTS.add(by + " names no organisation: " + sql);
                }
            }
            transaction.add(sql, statement.organisations(parameter -> value(query, parameter)));
        }

        private static Object value(Query query, int parameter) {
            var bound = ((PreparedQuery) query).getQueryBindings().getBindValues()[parameter];
            return bound.getValue();
        }

        private static String by() {
            return StackWalker.getInstance()
                    .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("org.patchbay.")
                                    && !frame.getClassName().startsWith("org.patchbay.sharding.")
                                    && !frame.getClassName().startsWith("org.patchbay.shared.tenancy."))
                            .findFirst())
                    .map(OfConnection::name)
                    .orElse("somebody.somewhere");
        }

        /** Of a lambda, the method where it stands. */
        private static String name(StackWalker.StackFrame frame) {
            var type = frame.getClassName();
            var method = frame.getMethodName().replaceFirst("^lambda\\$(\\w+)\\$.*", "$1");
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1) + "." + method;
        }

        @Override
        public QueryInterceptor init(MysqlConnection of, Properties properties, Log log) {
            return this;
        }

        @Override
        public boolean executeTopLevelOnly() {
            return false;
        }

        @Override
        public void destroy() {
            // It holds nothing.
        }

        @Override
        public <T extends Resultset> @Nullable T postProcess(
                Supplier<String> sql, Query query, T answer, ServerSession session) {
            return null;
        }
    }
}
