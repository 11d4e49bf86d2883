package org.claimdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
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

    /** As sha256sum has it of three lines. */
    @Test
    void idsAreDigestedEachInALineOfItsOwn() {
        assertThat(Commitment.sha256(List.of(1L, 20L, 3L)))
                .isEqualTo("d6cae8f2f455c31d52e00ee1472b853c3665eed03f1b2143b5d9be82f138896c");
        assertThat(Commitment.sha256(List.of())).startsWith("e3b0c44298fc1c14");
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
