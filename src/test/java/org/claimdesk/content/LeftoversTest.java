package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");

    @TempDir
    Path place;

    @Test
    void whatAnEndedInstanceHasLeftHalfDoneGoesAndAllElseStays() throws Exception {
        Path uploads = Files.createDirectories(place.resolve("uploads"));
        Path incoming = Files.createDirectories(place.resolve("incoming"));
        Path kept = Files.createDirectories(place.resolve("ab"));
        Path upload = file(uploads, 16);
        Path draft = file(incoming, 16);
        Path underWay = file(uploads, 14);
        Path content = file(kept, 9_999);

        new Leftovers(uploads, place, Clock.fixed(NOW, ZoneOffset.UTC)).clear();

        assertThat(upload).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(underWay).exists();
        assertThat(content).exists();
    }

    @Test
    void beforeTheFirstUploadThereIsNothingToDo() {
        new Leftovers(place.resolve("uploads"), place, Clock.fixed(NOW, ZoneOffset.UTC)).clear();

        assertThat(place).isEmptyDirectory();
    }

    private static Path file(Path directory, int minutes) throws Exception {
        Path file = Files.writeString(directory.resolve("part" + minutes), "as it came");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(minutes * 60L)));
        return file;
    }
}
