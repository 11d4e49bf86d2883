package org.claimdesk.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test of the running service, with the real PostgreSQL and Keycloak that all such tests share, one class after another. */
@QuarkusTest
@WithTestResource(value = NewsroomServers.class, scope = TestResourceScope.GLOBAL)
@ResourceLock("the service of the tests")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NewsroomTest {
}
