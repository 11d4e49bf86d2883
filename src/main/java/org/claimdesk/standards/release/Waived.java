package org.claimdesk.standards.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item, and the waiver that lets it pass as it stands. */
@Schema(description = "Something that would stand in the way, and the waiver that lets it pass.")
public record Waived(Item item, WaiverLine waiver) {}
