package org.claimdesk.standards.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.standards.audit.Agreement;
import org.claimdesk.standards.audit.AgreementReading;
import org.claimdesk.standards.audit.Kappa;
import org.claimdesk.standards.audit.Rate;

/** How far audits agree with first verdicts. By desk and not by rating: an auditor who is still blind learns no verdict from it. */
@ApplicationScoped
@Priority(55)
class Audited implements Section {

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "at least"),
            new Picture.Key("n", "at most, with 95 % confidence"));

    private final AgreementReading agreement;

    Audited(AgreementReading agreement) {
        this.agreement = agreement;
    }

    @Override
    public Subject subject() {
        return new Subject("agreement", "Agreement",
                "Of the verdicts given in the period that were audited blind since: how many got the same rating again, with the 95 % interval by Wilson's score, and Cohen's kappa, agreement beyond chance, with its own. Draws prefer what is risky, so it is no estimate of all verdicts.");
    }

    @Override
    public Figure of(Period period) {
        SortedMap<String, Agreement> found = agreement.byDesk(period.begin(), period.end());
        if (!period.desk().isEmpty()) {
            found.keySet().retainAll(List.of(period.desk()));
        }
        return new Figure(said(found.get(period.desk())),
                Figure.columns("desk", "audited", "same_rating", "agreement_percent", "agreement_low", "agreement_high",
                        "kappa", "kappa_low", "kappa_high"),
                found.entrySet().stream().map(desk -> row(name(desk.getKey()), desk.getValue())).toList(),
                Picture.bars(KEY,
                        found.entrySet().stream().map(desk -> bar(name(desk.getKey()), desk.getValue())).toList()));
    }

    private static String name(String desk) {
        return desk.isEmpty() ? "all desks" : desk;
    }

    private static String said(Agreement all) {
        return all == null
                ? "No verdict of the period was audited."
                : "%d of %s got the same rating again: %s. Kappa is %s.".formatted(all.agreed(),
                        Asked.some(all.audited(), "audited verdict", "audited verdicts"), all.rate().words(),
                        kappa(all));
    }

    private static List<Object> row(String desk, Agreement found) {
        Rate rate = found.rate();
        Kappa kappa = found.kappa();
        return Arrays.asList(desk, found.audited(), found.agreed(), Asked.percent(rate.value()),
                Asked.percent(rate.low()), Asked.percent(rate.high()), kappa == null ? null : exact(kappa.value()),
                kappa == null ? null : exact(kappa.low()), kappa == null ? null : exact(kappa.high()));
    }

    /** What is above the interval is not drawn, but keeps all bars on a scale to 100 %. */
    private static Picture.Amounts bar(String desk, Agreement found) {
        Rate rate = found.rate();
        return new Picture.Amounts(Figure.shown(desk), "%d of %d the same: %s; kappa %s".formatted(found.agreed(),
                found.audited(), rate.words(), kappa(found)),
                List.of(rate.low(), rate.high() - rate.low(), 1 - rate.high()));
    }

    private static String kappa(Agreement found) {
        return found.kappa() == null ? "not defined" : found.kappa().words();
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }
}
