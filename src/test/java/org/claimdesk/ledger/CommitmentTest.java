package org.claimdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    /** 16 bytes of zero. */
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA==";

    @Test
    void itIsSha256OverSaltAndText() {
        assertThat(Commitment.to("", SALT)).isEqualTo("N0cI//dxndWXnsh11WzSKG9tPPfsMXo7JWMqqyjsN7s=");
        assertThat(Commitment.to("Café 😀", SALT)).isEqualTo("PFWjnD2y/hv8QVV539sXQxe+kzWaoQ2VZM1fgPOhpZc=");
    }

    @Test
    void theSameTextTwiceIsNotRecognised() {
        String one = Commitment.to("off the record", Commitment.salt());
        String two = Commitment.to("off the record", Commitment.salt());

        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void saltsAreSixteenBytesAndNeverTheSame() {
        assertThat(Stream.generate(Commitment::salt).limit(1_000).toList()).doesNotHaveDuplicates()
                .allSatisfy(salt -> assertThat(Base64.getDecoder().decode(salt)).hasSize(16));
    }

    @Test
    void aSaltThatIsNoBase64IsRefused() {
        assertThatThrownBy(() -> Commitment.to("text", "no base64!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void itOpensWithItsOwnTextAndSaltOnly(@ForAll int text, @ForAll int other) {
        String salt = Commitment.salt();
        String commitment = Commitment.to("text " + text, salt);

        assertThat(Commitment.to("text " + text, salt)).isEqualTo(commitment);
        assertThat(Commitment.to("text " + text, Commitment.salt())).isNotEqualTo(commitment);
        assertThat(Commitment.to("text " + other, salt).equals(commitment)).isEqualTo(text == other);
    }
}
