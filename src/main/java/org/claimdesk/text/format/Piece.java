package org.claimdesk.text.format;

import org.claimdesk.text.Block;

/**
 * A part of a story while it is read.
 *
 * @param words white space not yet folded
 */
record Piece(Block.Kind kind, String words) {}
