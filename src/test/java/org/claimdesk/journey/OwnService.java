package org.claimdesk.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/** As {@link EndToEnd}, for a test that starts a service of its own and leaves the newsroom's alone: it may run beside one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EndToEnd.Parts.class)
@Order(Integer.MAX_VALUE)
@interface OwnService {
}
