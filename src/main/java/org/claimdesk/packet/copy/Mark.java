package org.claimdesk.packet.copy;

import java.awt.Color;
import java.util.Locale;

/** How a claim is marked in the text: by a colour and a sign, so that neither is needed alone. */
public enum Mark {
    ASSIGNED("○", "○", 0xe6e6e6), SOURCED("◐", "◊", 0xdbe9f8), DISPUTED("⚑", "!", 0xf9dcc4), VERIFIED("✓", "√",
            0xd7efd9), DROPPED("–", "–", 0xffffff);

    private final String sign;
    private final String plain;
    private final int colour;

    Mark(String sign, String plain, int colour) {
        this.sign = sign;
        this.plain = plain;
        this.colour = colour;
    }

    public String sign() {
        return sign;
    }

    /** One that the font of the PDF has. */
    String plain() {
        return plain;
    }

    Color colour() {
        return new Color(colour);
    }

    /** Also the class of the style sheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
