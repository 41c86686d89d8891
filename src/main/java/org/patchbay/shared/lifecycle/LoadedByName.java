package org.patchbay.shared.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Classes that libraries load by name. A native executable has them only where they are registered. */
final class LoadedByName {

    private LoadedByName() {}

    /**
     * Classes that settings of Connector/J name, by its defaults or ours, whether or not Quarkus knows of them: the
     * caches of {@code cachePrepStmts} and {@code cacheServerConfiguration}, and those for which tracing asks a
     * connection.
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

    /**
     * Caffeine has a class for each shape of a cache (S...) and of its entries (P...): by maximum size (MS, MW), and by
     * access (A) or write (W). Quarkus knows of most.
     */
    @RegisterForReflection(
            classNames = {
                "com.github.benmanes.caffeine.cache.PSAMS",
                "com.github.benmanes.caffeine.cache.PSAMW",
                "com.github.benmanes.caffeine.cache.PSMS",
                "com.github.benmanes.caffeine.cache.PSWMS",
                "com.github.benmanes.caffeine.cache.PSWMW",
                "com.github.benmanes.caffeine.cache.SSMS",
                "com.github.benmanes.caffeine.cache.SSMSA",
                "com.github.benmanes.caffeine.cache.SSMSW"
            })
    static final class ByCaffeine {

        private ByCaffeine() {}
    }
}
