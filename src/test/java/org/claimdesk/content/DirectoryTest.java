package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.claimdesk.problem.NoRoom;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** Content in a directory. */
class DirectoryTest extends ContentStoreContract {

    @Override
    Shelf shelf(Path evidence, Incoming incoming) {
        return new DirectoryShelf(evidence);
    }

    @Test
    void theSameContentIsNotWrittenAgain() throws IOException {
        keep("abc", "one.txt");
        Path place = store.find(ABC).orElseThrow();
        Object first = Files.readAttributes(place, "unix:ino").get("ino");

        keep("abc", "two.txt");

        assertThat(Files.readAttributes(place, "unix:ino").get("ino")).isEqualTo(first);
    }

    @Test
    void contentThatHasLostItsEndIsRepairedByBringingItAgain() throws IOException {
        keep("abc", "one.txt");
        Files.writeString(store.find(ABC).orElseThrow(), "ab");

        keep("abc", "two.txt");

        assertThat(read(ABC)).isEqualTo("abc");
    }

    @Test
    void whatIsDamagedIsNotReadToItsEnd() throws IOException {
        String content = "x".repeat(200_000);
        String digest = keep(content, "x.txt").digest();
        Files.writeString(store.find(digest).orElseThrow(), "x".repeat(199_999) + "y");

        try (InputStream read = store.open(digest).orElseThrow()) {
            assertThatThrownBy(read::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }
        assertThat(Examination.sound(shelf, digest)).isFalse();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(directory.resolve("evidence"));
        Files.writeString(directory.resolve("evidence/incoming"), "a file where the directory is to be");

        Problem problem = catchThrowableOfType(Problem.class, () -> keep("abc", "a.txt"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(problem).hasMessageContaining("cannot be written");
    }

    /** The device that is always full, in the words of this system. */
    @Test
    void aFullDiskIsToldFromOtherFaults() {
        IOException full = catchThrowableOfType(IOException.class,
                () -> Files.writeString(Path.of("/dev/full"), "one byte too much"));

        assertThat(NoRoom.in(full)).isTrue();
        assertThat(NoRoom.in(new IllegalStateException(full))).isTrue();
        assertThat(store.refusal(full)).hasMessageContaining("The store of files is full");
        assertThat(store.refusal(new IOException("Input/output error"))).hasMessageContaining("cannot be written");
        assertThat(NoRoom.in(new IllegalStateException("No space left on device"))).isFalse();
    }
}
