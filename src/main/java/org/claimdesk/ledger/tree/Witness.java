package org.claimdesk.ledger.tree;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.VerifierKey;

/**
 * Another party that cosigns checkpoints (C2SP tlog-witness).
 *
 * @param address its submission prefix, to which /add-checkpoint is added
 */
record Witness(VerifierKey key, URI address) {

    Witness {
        if (key.kind() != VerifierKey.Kind.COSIGNATURE) {
            throw new Malformed("the key of a witness is one for cosignatures: " + key);
        }
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new Malformed("a witness has an address on the web: " + address);
        }
    }

    /** @param setting a vkey and an address with a space between, several divided by commas */
    static List<Witness> parse(String setting) {
        List<Witness> witnesses = new ArrayList<>();
        for (String one : setting.isBlank() ? new String[0] : setting.split(",")) {
            String[] parts = one.strip().split(" +");
            if (parts.length != 2) {
                throw new Malformed("CLAIMDESK_LEDGER_WITNESSES has a verifier key and an address for each");
            }
            witnesses.add(new Witness(VerifierKey.parse(parts[0]), URI.create(parts[1].replaceAll("/+$", ""))));
        }
        return witnesses;
    }
}
