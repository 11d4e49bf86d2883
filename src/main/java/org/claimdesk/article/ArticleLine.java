package org.claimdesk.article;

import java.time.Instant;
import java.util.List;

import org.claimdesk.people.Desk;
import org.claimdesk.people.Name;

/**
 * An article in a list.
 *
 * @param revision the number of the revision that stands
 * @param authors  those of the newsroom who wrote it
 */
public record ArticleLine(long id, int version, String slug, String headline, String byline, String desk,
        String address, Instant deadline,
        int revision, List<Name> authors, Name filedBy, Instant filedAt) {

    public String deskName() {
        return Desk.nameOf(desk);
    }
}
