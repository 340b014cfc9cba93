package org.imipagent.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * For what is the same whichever launch does it: what a browser does with a page, which paths a
 * sample knows.
 *
 * <p>{@code scripts/test} sets {@code imip.also} on the JVM when the native executable is tested
 * afterwards; such a test then runs there alone, where pages are quicker.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = "imip.also",
        matches = "native",
        disabledReason = "the same with the native executable, which is tested afterwards")
@interface OneLaunch {}
