package org.patchbay.shared;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What libraries load by its name, which a native executable has only where somebody says so. */
final class LoadedByName {

    private LoadedByName() {}

    /**
     * What settings of Connector/J name, by its defaults or by ours, whether or not Quarkus knows of it: the caches of
     * {@code cachePrepStmts} and {@code cacheServerConfiguration}, and what tracing asks a connection.
     */
    @RegisterForReflection(
            classNames = {
                "com.mysql.cj.PerConnectionLRUFactory",
                "com.mysql.cj.jdbc.CommentClientInfoProvider",
                "com.mysql.cj.jdbc.ha.StandardLoadBalanceExceptionChecker",
                "com.mysql.cj.log.LoggingProfilerEventHandler",
                "com.mysql.cj.log.StandardLogger",
                "com.mysql.cj.protocol.StandardSocketFactory",
                "com.mysql.cj.util.PerVmServerConfigCacheFactory"
            })
    static final class ByTheDriver {

        private ByTheDriver() {}
    }
}
