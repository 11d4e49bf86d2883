package org.claimdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    @Test
    void theFirstPageHasFiftyOfTheNewest() {
        assertThat(Keyset.of(null, null)).isEqualTo(new Keyset(Long.MAX_VALUE, 50));
        assertThat(Keyset.of(null, null).ask()).isEqualTo(51);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void whatIsNoIdIsRefused(long after) {
        assertThat(refused(after, 10)).isEqualTo("after");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aPageOfNoOrTooManyItemsIsRefused(int limit) {
        assertThat(refused(1L, limit)).isEqualTo("limit");
    }

    @Test
    void theEndsOfWhatIsTakenAreTaken() {
        assertThat(Keyset.of(1L, 1)).isEqualTo(new Keyset(1, 1));
        assertThat(Keyset.of(Long.MAX_VALUE, 200)).isEqualTo(new Keyset(Long.MAX_VALUE, 200));
    }

    @Test
    void theNextPageIsLinkedWithEverythingElseThatWasAsked() {
        var page = new Keyset(Long.MAX_VALUE, 2).page(List.of(9L, 8L, 7L), id -> id,
                asked("https://desk.example/api/v1/claims?state=SOURCED&after=12&limit=2&q=caf%C3%A9"));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getEntity()).isEqualTo(List.of(9L, 8L));
        assertThat(page.getHeaderString("Link")).startsWith("<https://desk.example/api/v1/claims?")
                .endsWith(">; rel=\"next\"")
                .contains("state=SOURCED", "after=8", "limit=2", "q=caf%C3%A9")
                .doesNotContain("after=12");
    }

    @Test
    void theLastPageHasNoNext() {
        var page = new Keyset(Long.MAX_VALUE, 2).page(List.of(9L, 8L), id -> id, asked("https://desk.example/x"));

        assertThat(page.getEntity()).isEqualTo(List.of(9L, 8L));
        assertThat(page.getHeaderString("Link")).isNull();
    }

    /** Going from page to page by the links shows everything once, in order, however long the pages are. */
    @Property
    void pagesPutTogetherAreTheList(@ForAll @IntRange(max = 120) int size,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        List<Long> all = LongStream.rangeClosed(1, size).mapToObj(i -> size * 2L - i).toList();
        List<Long> seen = new ArrayList<>();
        Long after = null;
        do {
            Keyset keyset = Keyset.of(after, limit);
            List<Long> rows = all.stream().filter(id -> id < keyset.before()).limit(keyset.ask()).toList();
            var page = keyset.page(rows, id -> id, asked("https://desk.example/x?after=" + after));
            ((List<?>) page.getEntity()).forEach(id -> seen.add((Long) id));
            String link = page.getHeaderString("Link");
            after = link == null ? null : Long.valueOf(link.replaceAll(".*after=(\\d+).*", "$1"));
        } while (after != null);

        assertThat(seen).isEqualTo(all);
    }

    private static String refused(Long after, Integer limit) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Keyset.of(after, limit));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        return problem.field();
    }

    /** The address of a request; only the server itself makes a real one. */
    private static UriInfo asked(String address) {
        return (UriInfo) Proxy.newProxyInstance(UriInfo.class.getClassLoader(), new Class<?>[]{UriInfo.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getRequestUriBuilder")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return UriBuilder.fromUri(address);
                });
    }
}
