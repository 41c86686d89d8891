package org.patchbay.shared.lifecycle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a scheduled run that every replica needs for itself; all others run on one, by {@link HeldElsewhere}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PerReplica {

    /** Why. */
    String value();
}
