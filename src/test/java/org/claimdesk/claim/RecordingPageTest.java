package org.claimdesk.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.evidence.preview.Specimens;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and recordings that come with a form of the claim's page. */
@NewsroomTest
class RecordingPageTest {

    private static final Map<String, String> INTERVIEW = Map.of("stance", "SUPPORTS", "title", "The keeper", "person",
            "Ines Aranda", "channel", "PHONE", "attribution", "ON_THE_RECORD", "heldAt", "2026-01-02T03:04",
            "described", "a keeper of the harbor");

    @Inject
    Story story;

    @ParameterizedTest
    @CsvSource({"/file, no", "/interview, no", "/interview, yes"})
    void theSameFormWithAnotherFileIsNotAnsweredAsDone(String form, String sealed) {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        Map<String, String> typed = new HashMap<>(INTERVIEW);
        typed.put("sealed", sealed);
        byte[] tape = "The first tape".getBytes(UTF_8);
        assertThat(rafael.upload(page, form, typed, "tape.txt", tape).trouble()).isEmpty();

        Seen again = rafael.upload(page, form, typed, "tape.txt", tape);
        Seen other = rafael.upload(page, form, typed, "tape.txt", "The second tape".getBytes(UTF_8));
        Seen renamed = rafael.upload(page, form, typed, "other.txt", tape);

        assertThat(again.trouble()).as("sent twice, done once").isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.form(form).selectFirst("[name=title]").val()).isEqualTo("The keeper");
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(story.line(claim).evidence()).isEqualTo(1);
    }

    /** Nobody looks at it: what it may be played under is what was agreed in the interview. */
    @Test
    void theRecordingOfAnInterviewIsSavedAndNotOfferedToBeLookedAt() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        rafael.upload(rafael.get("/claims/" + claim), "/interview", INTERVIEW, "tape.wav", Specimens.sound(1));
        Seen page = rafael.upload(rafael.get("/claims/" + claim), "/file",
                Map.of("stance", "CONTEXT", "title", "The harbor at night"), "night.wav", Specimens.sound(2));

        Element interview = page.page().selectFirst("tbody tr:contains(The keeper)");
        Element file = page.page().selectFirst("tbody tr:contains(The harbor at night)");

        assertThat(interview.select("a[download]").text()).isEqualTo("tape.wav");
        assertThat(interview.select("a:contains(look)")).isEmpty();
        assertThat(file.select("a:contains(look)")).hasSize(1);
        String content = interview.select("a[download]").attr("href");
        assertThat(rafael.bytes(content)).isEqualTo(Specimens.sound(1));
    }
}
