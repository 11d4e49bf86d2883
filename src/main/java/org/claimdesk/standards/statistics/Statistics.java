package org.claimdesk.standards.statistics;

import java.util.List;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;

/** The answers of all sections, from one moment of the database, so that they agree with each other. */
@ApplicationScoped
class Statistics {

    private final List<Section> sections;
    private final EntityManager database;

    Statistics(@All List<Section> sections, EntityManager database) {
        this.sections = List.copyOf(sections);
        this.database = database;
    }

    record Answered(Section.Subject subject, Figure figure) {}

    List<Section.Subject> subjects() {
        return sections.stream().map(Section::subject).toList();
    }

    /** MUST be called before anything else is read in the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Answered> all(Period period) {
        oneMoment();
        return sections.stream().map(section -> new Answered(section.subject(), section.of(period))).toList();
    }

    /** As for all. @throws Problem absent */
    @Transactional(Transactional.TxType.MANDATORY)
    Answered one(String name, Period period) {
        Section asked = sections.stream()
                .filter(section -> section.subject().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.absent("There are no statistics of that name."));
        oneMoment();
        return new Answered(asked.subject(), asked.of(period));
    }

    private void oneMoment() {
        database.createNativeQuery("set transaction isolation level repeatable read read only").executeUpdate();
    }
}
