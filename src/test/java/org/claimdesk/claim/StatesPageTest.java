package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class StatesPageTest {

    private static final Path PAGE = Path.of("docs/states.md");
    private static final String COMMAND = "mvn test -Dtest=StatesPageTest -Dclaimdesk.docs=write";

    @Test
    void thePageShowsTheTableAsItIs() throws IOException {
        String page = StatesPage.write(COMMAND);
        if ("write".equals(System.getProperty("claimdesk.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("%s is not there; write it with: %s", PAGE, COMMAND).exists();
        assertThat(Files.readString(PAGE))
                .as("%s does not show the table of transitions as it is; write it again with: %s", PAGE, COMMAND)
                .isEqualTo(page);
    }
}
