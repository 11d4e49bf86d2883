package org.claimdesk.packet.copy;

import java.util.List;

/**
 * What a copy begins with.
 *
 * @param facts on the article and its packet, a line each
 * @param text  the revision that stands, as it is set
 */
public record Front(String headline, List<String> facts, List<Setting.SetBlock> text) {

    public List<Mark> marks() {
        return List.of(Mark.values());
    }
}
