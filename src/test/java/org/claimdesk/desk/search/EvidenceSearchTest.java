package org.claimdesk.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.desk.search.Shelf.found;
import static org.claimdesk.desk.search.Shelf.interview;
import static org.claimdesk.desk.search.Shelf.search;
import static org.claimdesk.desk.search.Shelf.word;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.claim.Sweep;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Stance;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence is found by what may be said of it, and by nothing that was sealed, erased or never to be told. */
@NewsroomTest
class EvidenceSearchTest {

    @Inject
    Story story;
    @Inject
    Sequenced sequenced;

    private String word;
    private String name;
    private long claim;

    @BeforeEach
    void aClaimOfRafaels() {
        word = word();
        name = word();
        claim = story.anAssignedClaim();
    }

    @Test
    void evidenceIsFoundByWordsKindAndWhoAttachedIt() {
        long piece = attach(new Piece.Reference(about("Logs of the " + word, "Kept by night."), "Harbor log, vol. 3"));
        UUID rafael = story.person("rafael").id();

        assertThat(found("evidence", "q", word)).containsExactly(piece);
        assertThat(found("evidence", "q", word + " vol night log")).containsExactly(piece);
        assertThat(found("evidence", "q", word, "kind", "REFERENCE", "person", rafael)).containsExactly(piece);
        assertThat(found("evidence", "q", word, "kind", "LINK")).isEmpty();
        assertThat(found("evidence", "q", word, "person", story.person("mina").id())).isEmpty();
        assertThat(found("evidence", "q", word, "to", "2020-01-01")).isEmpty();
        search("mina", "evidence", "q", word).then()
                .body("[0].claim", equalTo((int) claim))
                .body("[0].withdrawn", equalTo(false))
                .body("[0].title.find { it.found }.text", equalTo(word))
                .body("[0].page", equalTo("/claims/" + claim + "#evidence-" + piece));

        story.checking().withdraw(story.ref(claim), piece, "It is of another night.", story.person("rafael"));

        search("mina", "evidence", "q", word).then().body("[0].withdrawn", equalTo(true));
        Visitor.Seen page = Visitor.signedIn("mina")
                .get(search("mina", "evidence", "q", word).jsonPath().getString("[0].page"));
        assertThat(page.page().getElementById("evidence-" + piece)).isNotNull();
    }

    /** One letter of these comes apart into eighteen where words are compared. */
    @Test
    void theLongestTextKeepsNobodyFromAttachingIt() {
        long piece = attach(new Piece.Reference(about(word, "\uFDFA ".repeat(9_999)), "Log"));

        assertThat(found("evidence", "q", word)).containsExactly(piece);
    }

    @Test
    void whoSpokeOnTheRecordIsFoundByName() {
        long piece = attach(interview("Ada " + name, Attribution.ON_THE_RECORD, "", word, List.of(), false));

        assertThat(found("evidence", "q", name)).containsExactly(piece);
        search("mina", "evidence", "q", word).then().body("[0].from", containsString(name));
    }

    @Test
    void whoSpokeOnBackgroundIsFoundByWhatIsSaidOfThemAndNeverByName() {
        String accented = name.replace('a', 'ä');
        long piece = attach(interview("Ada " + accented, Attribution.BACKGROUND, "a " + word,
                "It was " + name + " who came.", List.of("They came at night.", "Say hello to " + accented), false));

        assertThat(found("evidence", "q", word)).containsExactly(piece);
        assertThat(found("evidence", "q", word + " night")).containsExactly(piece);
        assertThat(found("evidence", "q", name)).isEmpty();
        assertThat(found("evidence", "q", accented)).isEmpty();
        assertThat(found("evidence", "q", word + " keeper")).isEmpty();
        search("mina", "evidence", "q", word).then()
                .body(not(containsString(name)))
                .body(not(containsString(accented)))
                .body("[0].from", equalTo("a " + word));
    }

    @Test
    void ofDeepBackgroundOnlyTheInformationIsFoundAndOffTheRecordNothing() {
        String quoted = word();
        long deep = attach(interview("Ada " + name, Attribution.DEEP_BACKGROUND, "a " + quoted, "The " + word
                + " was closed.", List.of("Closed, " + quoted), false));
        attach(interview("Ada " + name, Attribution.OFF_THE_RECORD, "a " + word, word, List.of(word), false));

        assertThat(found("evidence", "q", word)).containsExactly(deep);
        assertThat(found("evidence", "q", quoted)).isEmpty();
        assertThat(found("evidence", "q", name)).isEmpty();
        search("mina", "evidence", "q", word).then().body("[0].from", equalTo("")).body(not(containsString(quoted)));
    }

    @Test
    void aSealedInterviewIsFoundByWhatStandsOpenAndNotByWhoItWas() {
        long piece = attach(interview("Ada " + name, Attribution.BACKGROUND, "a " + word, "", List.of(), true));
        long record = attach(interview("Ada " + name, Attribution.ON_THE_RECORD, "a " + word, "", List.of(), true));

        assertThat(found("evidence", "q", word)).containsExactly(record, piece);
        assertThat(found("evidence", "q", name)).isEmpty();
        assertThat(found("evidence", "q", word + " keeper")).isEmpty();
    }

    @Test
    void whatIsErasedIsFoundNoMore() throws Exception {
        long piece = attach(new Piece.Reference(about("Log", "Said " + name + " of " + word + " street."), word));
        assertThat(found("evidence", "q", name)).containsExactly(piece);
        sequenced.now();
        long entry = as("edith").get("/api/v1/claims/" + claim + "/history")
                .jsonPath()
                .getLong("find { it.act == 'ATTACH' }.id");

        as("stella").contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("note"), "ground", "DATA_PROTECTION", "explanation", "As asked."))
                .post("/api/v1/ledger/entries/" + entry + "/erasure")
                .then()
                .statusCode(200);

        assertThat(found("evidence", "q", name)).isEmpty();
        assertThat(found("evidence", "q", word)).containsExactly(piece);
        assertThat(Sweep.of(name).tables(NewsroomServers.running().environment())).isEmpty();
    }

    @Test
    void whoWasErasedIsFoundByNameNoMore() {
        long piece = attach(interview("Ada " + name, Attribution.ON_THE_RECORD, "", word, List.of(), false));
        sequenced.now();
        long entry = as("edith").get("/api/v1/claims/" + claim + "/history")
                .jsonPath()
                .getLong("find { it.act == 'ATTACH' }.id");

        as("stella").contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("person"), "ground", "SOURCE_SAFETY", "explanation", "As asked."))
                .post("/api/v1/ledger/entries/" + entry + "/erasure")
                .then()
                .statusCode(200);

        assertThat(found("evidence", "q", word)).containsExactly(piece);
        assertThat(found("evidence", "q", word + " keeper")).isEmpty();
    }

    private long attach(Piece piece) {
        return story.checking().attach(story.ref(claim), piece, story.person("rafael"));
    }

    private static Piece.About about(String title, String note) {
        return new Piece.About(title, Stance.SUPPORTS, "", note, new Provenance(null, null, null));
    }
}
