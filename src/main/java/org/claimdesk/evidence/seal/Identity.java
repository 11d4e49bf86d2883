package org.claimdesk.evidence.seal;

import org.claimdesk.problem.Input;

/**
 * Who was interviewed. It never shows itself: whatever logs or prints it prints one word.
 *
 * @param function     empty where it was not given
 * @param organisation empty where it was not given
 */
public record Identity(String person, String function, String organisation) {

    /** The same in canonical form. @throws Problem bad input, with the field's name and never what is in it */
    public Identity checked() {
        return new Identity(Input.line("person", person, "Say who was interviewed."), Input.line("function", function),
                Input.line("organisation", organisation));
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
