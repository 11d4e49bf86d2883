package org.claimdesk;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Classes that answer at an address. */
final class Addressed {

    static final String PAGE_OR_RESOURCE = ".*(Page|Resource)(\\$.*)?";

    static final DescribedPredicate<JavaClass> BY_A_PATH = DescribedPredicate.describe("answer at an address",
            type -> addressed(type) || type.getMethods().stream().anyMatch(Addressed::addressed));

    private Addressed() {}

    private static boolean addressed(CanBeAnnotated element) {
        return element.isAnnotatedWith(Path.class) || element.isMetaAnnotatedWith(HttpMethod.class);
    }
}
