package org.claimdesk.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of the packaged service with everything real. It is given the {@link Newsroom} that all of them share, one class
 * after another, or its own {@link Staff}; what went wrong in a browser of theirs fails it. Classes are begun from both ends
 * of their order, so the one end is for those that wait for each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EndToEnd.Parts.class)
@ResourceLock("the service of the newsroom")
@Order(1)
@interface EndToEnd {

    /** Hands out the newsroom and the staff. */
    final class Parts implements ParameterResolver, AfterEachCallback {

        private static final Namespace OURS = Namespace.create(EndToEnd.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Newsroom.class || type == Staff.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Newsroom.class ? newsroom(context) : staff(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Staff staff = context.getStore(OURS).get(Staff.class, Staff.class);
            if (staff != null) {
                staff.goHome(context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName(),
                        context.getExecutionException().orElse(null));
            }
        }

        private static Newsroom newsroom(ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(Newsroom.class, none -> Newsroom.open(), Newsroom.class);
        }

        private static Staff staff(ExtensionContext context) {
            return context.getStore(OURS)
                    .computeIfAbsent(Staff.class, none -> new Staff(newsroom(context)), Staff.class);
        }
    }
}
