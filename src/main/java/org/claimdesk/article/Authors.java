package org.claimdesk.article;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.Person;
import org.claimdesk.people.Register;
import org.claimdesk.problem.Problem;

/** Tells who of the newsroom wrote an article. They never verify its claims. */
@ApplicationScoped
class Authors {

    private final Directory directory;
    private final Register register;

    Authors(Directory directory, Register register) {
        this.directory = directory;
        this.register = register;
    }

    /**
     * Those chosen, and those whose name stands in the byline. They are in the register then.
     *
     * @throws Problem bad input where one that was chosen is not of the newsroom
     */
    Set<UUID> of(Set<UUID> chosen, String byline) {
        Newsroom newsroom = directory.newsroom();
        Set<UUID> authors = new HashSet<>();
        for (UUID author : chosen) {
            add(authors, newsroom.person(author)
                    .orElseThrow(() -> Problem.badInput("authors",
                            "An author you chose is not of the newsroom (any more).")));
        }
        String printed = fold(byline);
        newsroom.people()
                .stream()
                .filter(person -> printed.contains(" " + fold(person.name()).strip() + " "))
                .forEach(person -> add(authors, person));
        return authors;
    }

    private void add(Set<UUID> authors, Person person) {
        register.remember(person);
        authors.add(person.id());
    }

    /** Letters alone, without accents or case, a space between and around words. */
    private static String fold(String name) {
        return " " + Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip() + " ";
    }
}
