package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Logs;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indices: no gap, no double, no reordering, whatever happens. */
@NewsroomTest
class SequencerTest {

    private static final Logger LOG = Logger.getLogger(SequencerTest.class);
    private static final int WRITERS = 4;
    private static final int EACH = 5000;
    /** More than a driver and a database wait for before they keep a plan. */
    private static final int SINGLE = 12;
    private static final double NANOS = 1e9;

    @Inject
    Sequencer sequencer;
    @Inject
    LogKeys keys;
    @Inject
    Story story;

    @BeforeEach
    void anArticleToWriteOn() {
        story.anArticle();
        sequencer.run();
    }

    @Test
    void anActIsInTheTreeAtOnce() throws SQLException {
        long before = Sql.number("select max(size) from checkpoint");
        long claim = story.aVerifiedClaim();

        assertThat(sequencer.run()).isPositive();

        assertThat(
                Sql.number("select count(*) from entry e join leaf l on l.entry_id = e.id where e.claim_id = " + claim))
                .isEqualTo(4);
        assertThat(Sql.number("select max(size) from checkpoint")).isGreaterThan(before)
                .isEqualTo(Sql.number("select count(*) from leaf"));
        assertThat(sequencer.run()).isZero();
        theTreeIsTheOneOfItsEntries();
    }

    @Test
    void twoAtOnceAndOneKilledAgainAndAgain() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicLong last = new AtomicLong();
        ConcurrentLinkedQueue<long[]> causes = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 3);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(asked(() -> write(last, causes))));
        }
        List<Future<?>> sequencers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sequencers.add(threads.submit(asked(() -> {
                while (writing.get()) {
                    sequencer.step();
                }
                return null;
            })));
        }
        Future<?> killed = threads.submit(asked(() -> {
            while (writing.get()) {
                dieWithinAStep();
            }
            return null;
        }));
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        for (Future<?> one : sequencers) {
            one.get();
        }
        killed.get();
        threads.shutdown();
        sequencer.run();

        Map<Long, Long> indices = theTreeIsTheOneOfItsEntries();
        assertThat(causes).hasSizeGreaterThan(100)
                .allSatisfy(pair -> assertThat(indices.get(pair[0])).isLessThan(indices.get(pair[1])));
    }

    @Test
    void twentyThousandAreTakenInASecond() throws SQLException {
        try (Connection connection = Sql.service()) {
            Bulk.write(connection, WRITERS * EACH);
        }
        long begun = System.nanoTime();

        int taken = sequencer.run();

        LOG.infof("%d entries integrated by the database at %,.0f a second", taken,
                taken * NANOS / (System.nanoTime() - begun));
        assertThat(taken).isEqualTo(WRITERS * EACH);
        theTreeIsTheOneOfItsEntries();
    }

    /** What the database has once planned for single acts it keeps: planned so, thousands must not be held each against each. */
    @Test
    void manyAtOnceAfterOneByOne() throws SQLException {
        try (Connection connection = Sql.service();
                Statement statement = connection.createStatement();
                Connection owner = Sql.owner();
                Statement vacuum = owner.createStatement()) {
            statement.execute("set statement_timeout = '5s'");
            Bulk.write(connection, 1);
            vacuum.execute("vacuum analyze unsequenced");
            sequencer.run();
            connection.setAutoCommit(false);
            for (int i = 0; i < SINGLE; i++) {
                assertThat(grown(connection, 1)).isEqualTo(1);
            }

            int taken = grown(connection, WRITERS * EACH);

            assertThat(taken).isEqualTo(Growth.MOST);
        }
        sequencer.run();
        theTreeIsTheOneOfItsEntries();
    }

    /** @return how many entries a step took after so many were written */
    private int grown(Connection connection, int many) throws SQLException {
        Bulk.write(connection, many);
        connection.commit();
        int taken = sequencer.step(connection, keys.key());
        connection.commit();
        return taken;
    }

    @Test
    void aClockThatGoesBackChangesNothing() throws SQLException {
        for (Instant now : List.of(Instant.parse("2040-01-01T00:00:00Z"), Instant.parse("2001-01-01T00:00:00Z"))) {
            try (Connection connection = Sql.service()) {
                connection.setAutoCommit(false);
                Bulk.write(connection, 3);
                new Growth(connection, List.of(keys.key()), now).step();
                connection.commit();
            }
        }

        theTreeIsTheOneOfItsEntries();
    }

    /** Small and large transactions, every tenth rolled back, each knowing one that was committed before it began. */
    private static Object write(AtomicLong last, ConcurrentLinkedQueue<long[]> causes) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        try (Connection connection = Sql.service()) {
            connection.setAutoCommit(false);
            int left = EACH;
            while (left > 0) {
                long before = last.get();
                List<Long> ids = Bulk.write(connection,
                        Math.min(left, random.nextInt(10) == 0 ? 200 : 1 + random.nextInt(20)));
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                    continue;
                }
                connection.commit();
                left -= ids.size();
                last.set(ids.get(ids.size() - 1));
                if (before != 0) {
                    causes.add(new long[]{before, ids.get(0)});
                }
            }
        }
        return null;
    }

    /** As kill -9 does: the connection is gone, nothing is said. */
    private void dieWithinAStep() throws SQLException {
        Connection connection = Sql.service();
        connection.setAutoCommit(false);
        sequencer.step(connection, keys.key());
        connection.abort(Runnable::run);
    }

    /** Every entry has one index, without a gap, and all hashes are those of RFC 6962. @return entry to index */
    private Map<Long, Long> theTreeIsTheOneOfItsEntries() throws SQLException {
        List<List<Object>> rows = Sql
                .rows("select l.idx, l.entry_id, e.body, l.hash from leaf l join entry e on e.id = l.entry_id order by l.idx");
        Map<Long, Long> indices = new HashMap<>();
        List<Hash> leaves = new ArrayList<>();
        for (List<Object> row : rows) {
            assertThat(row.get(0)).isEqualTo((long) leaves.size());
            Hash leaf = Hash.leaf(row.get(2).toString().getBytes(StandardCharsets.UTF_8));
            assertThat(leaf.bytes()).isEqualTo(row.get(3));
            leaves.add(leaf);
            indices.put((Long) row.get(1), (Long) row.get(0));
        }
        assertThat(indices).hasSize(leaves.size());
        assertThat(leaves).hasSize((int) Sql.number("select count(*) from entry"));
        assertThat(Sql.number("select count(*) from unsequenced")).isZero();
        checkpointsAreTrue(leaves);
        return indices;
    }

    private void checkpointsAreTrue(List<Hash> leaves) throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (List<Object> row : Sql.rows("select note from checkpoint order by size")) {
            checkpoints.add(Checkpoint.open(Note.parse(row.get(0).toString()), keys.key().verifier()));
        }
        Checkpoint last = checkpoints.get(checkpoints.size() - 1);
        assertThat(last.size()).isEqualTo(leaves.size());
        assertThat(last.root()).isEqualTo(Logs.root(leaves));
        try (Connection connection = Sql.owner()) {
            Nodes nodes = new Nodes(new StoredTiles(connection), last.size());
            assertThat(nodes.root()).isEqualTo(last.root());
            for (Checkpoint earlier : checkpoints.subList(1, checkpoints.size())) {
                ConsistencyProof.of(earlier.size(), nodes).verify(earlier.root(), last.root());
            }
        }
    }

    private static <T> Callable<T> asked(Callable<T> work) {
        return work;
    }
}
