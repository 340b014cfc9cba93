package org.sqlite.util;

import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/**
 * In the place of the class of that name in sqlite-jdbc, which loads a logging library at each
 * start (decision 0026). What goes wrong is thrown, and told by this program.
 */
@NullMarked
public final class LoggerFactory {

    private static final Logger SILENT = new Silent();

    private LoggerFactory() {}

    public static Logger getLogger(Class<?> of) {
        return SILENT;
    }

    private static final class Silent implements Logger {
        @Override
        public void trace(Supplier<String> message) {}

        @Override
        public void info(Supplier<String> message) {}

        @Override
        public void warn(Supplier<String> message) {}

        @Override
        public void error(Supplier<String> message, Throwable cause) {}
    }
}
