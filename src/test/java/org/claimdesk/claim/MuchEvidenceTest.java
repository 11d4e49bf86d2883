package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Ten thousand pieces on one claim. */
@NewsroomTest
class MuchEvidenceTest {

    private static final int MANY = 10_000;

    @Inject
    Story story;
    @Inject
    ExhibitReading exhibits;
    @Inject
    History history;
    @Inject
    SessionFactory sessions;

    @Test
    void itsPageTakesAsManyStatementsAsThatOfAClaimWithOnePiece() throws SQLException {
        Visitor rafael = Visitor.signedIn("rafael");
        long small = story.anAssignedClaim();
        story.attach(small, "rafael");
        long large = aClaimWithManyPieces();

        assertThat(statements(rafael, "/claims/" + large)).isEqualTo(statements(rafael, "/claims/" + small))
                .isLessThan(19);
        assertThat(rafael.get("/claims/" + large).response().body()).contains("10001 pieces stand", "Further pieces")
                .doesNotContain("First pieces");
    }

    @Test
    void goingOnComesToEveryPieceOnceAndToWhatWasWithdrawnLast() throws SQLException {
        long claim = aClaimWithManyPieces();
        long withdrawn = story.sheet(claim, "rafael").evidence().get(0).id();
        story.checking().withdraw(story.ref(claim), withdrawn, "A copy of another.", story.person("rafael"));

        List<Long> ids = new ArrayList<>();
        List<Exhibit> page = page(claim, null);
        while (!page.isEmpty()) {
            page.forEach(piece -> ids.add(piece.id()));
            page = page(claim, Bookmark.at(page.get(page.size() - 1)));
        }

        assertThat(ids).hasSize(MANY + 1).doesNotHaveDuplicates().endsWith(withdrawn);
        assertThat(ids.subList(0, MANY)).isSorted();
        Visitor rafael = Visitor.signedIn("rafael");
        assertThat(rafael.get("/claims/" + claim + "/evidence/" + ids.get(MANY - 1)).status()).isEqualTo(200);
        assertThat(rafael.get("/claims/" + claim + "?after=stands-" + ids.get(MANY - 1)).response().body())
                .contains("A copy of another.", "First pieces")
                .doesNotContain("Further pieces");
    }

    @Test
    void itIsSubmittedAndVerifiedAndItsEntriesStaySmall() throws SQLException {
        long claim = aClaimWithManyPieces();

        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking().verify(story.ref(claim), Rating.ACCURATE, "All say so.", null, null, story.person("viktor"));

        List<History.Line> acts = QuarkusTransaction.requiringNew().call(() -> history.ofClaim(claim, 2));
        assertThat(acts).allSatisfy(line -> assertThat(line.body()).hasSizeLessThan(4_000)
                .contains("\"evidenceCount\":10001", "\"evidenceSha256\":"));
    }

    private List<Exhibit> page(long claim, Bookmark after) {
        return QuarkusTransaction.requiringNew().call(() -> exhibits.ofClaim(claim, after, 200));
    }

    /** Assigned to rafael; the first piece is attached by him, the others are copies of its row. */
    private long aClaimWithManyPieces() throws SQLException {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael");
        ManyPieces.on(claim, MANY + 1);
        return claim;
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
