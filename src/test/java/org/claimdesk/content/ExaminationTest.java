package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.junit.jupiter.api.Test;

@NewsroomTest
class ExaminationTest {

    @Inject
    Examination examination;
    @Inject
    ContentStore store;
    @Inject
    Story story;

    @Test
    void whatIsMissingDamagedOrNamedByNothingIsFound() throws IOException {
        Stored orphan = kept("nothing names this " + System.nanoTime());
        Stored damaged = attached("soon damaged " + System.nanoTime());
        Stored missing = attached("soon missing " + System.nanoTime());
        Stored sound = attached("sound " + System.nanoTime());
        Path place = store.find(damaged.digest()).orElseThrow();
        byte[] was = Files.readAllBytes(place);
        Path gone = store.find(missing.digest()).orElseThrow();
        byte[] wasThere = Files.readAllBytes(gone);
        try {
            Files.writeString(place, "something else");
            Files.delete(gone);

            Examination.Found found = examination.examine(true);

            assertThat(found.damaged()).containsExactly(damaged.digest());
            assertThat(found.missing()).containsExactly(missing.digest());
            assertThat(found.orphaned()).contains(orphan.digest()).doesNotContain(sound.digest(), damaged.digest());
            assertThat(found.sound()).isPositive();
            assertThat(found.well()).isFalse();
            Examination.Found quick = examination.examine(false);
            assertThat(quick.missing()).containsExactly(missing.digest());
            assertThat(quick.damaged()).isEmpty();
        } finally {
            Files.write(place, was);
            Files.write(gone, wasThere);
        }
        assertThat(examination.examine(true).well()).isTrue();
    }

    @Test
    void whatIsDamagedIsNotGivenOut() throws IOException {
        Stored content = kept("whole " + System.nanoTime());
        long claim = story.anAssignedClaim();
        long piece = attach(claim, content);
        Path place = store.find(content.digest()).orElseThrow();
        byte[] was = Files.readAllBytes(place);
        Visitor rafael = Visitor.signedIn("rafael");
        assertThat(rafael.get("/evidence/" + piece + "/content").status()).isEqualTo(200);
        try {
            Files.writeString(place, "x".repeat(was.length));
            assertThatThrownBy(() -> {
                Visitor.Seen seen = rafael.get("/evidence/" + piece + "/content");
                assertThat(seen.status()).isEqualTo(200);
            }).isNotNull();
        } finally {
            Files.write(place, was);
        }
    }

    private Stored attached(String words) throws IOException {
        Stored content = kept(words);
        attach(story.anAssignedClaim(), content);
        return content;
    }

    private long attach(long claim, Stored content) {
        return story.checking()
                .attach(story.ref(claim),
                        new Piece.File(new Piece.About("", Stance.SUPPORTS, "", ""), content, "file.txt"),
                        story.person("rafael"));
    }

    private Stored kept(String words) throws IOException {
        return store.keep(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)), "file.txt");
    }
}
