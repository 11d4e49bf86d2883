package org.claimdesk.standards.hook;

import java.time.Instant;

/** A message that did not get through, for a page. @param status the last HTTP status, or null */
record DeliveryLine(long id, String hook, String kind, long article, String headline, boolean givenUp, int attempts,
        Instant made, Instant due, Integer status, String trouble) {}
