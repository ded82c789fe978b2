package org.registrationrights.agreement;

import java.time.LocalDate;

/**
 * The numbers that the contract fixes. They are no policies: only a recorded amendment (11.3) changes them, from its
 * own effective date on.
 *
 * @param agreementDate the date the agreement is made as of; the text leaves it blank (preamble, 10)
 * @param electionDays days after receipt of a notice within which a Holder may ask for inclusion (2.1)
 * @param mailBusinessDays business days after mailing on which mail is deemed given (11.1)
 * @param standoffDays the longest market stand-off after an effective date, in days (7)
 * @param registrationYears years after the agreement date for which the Company owes registration (10)
 * @param consentPercent share of the Registrable Shares outstanding whose Holders can amend or waive, in per cent (11.3)
 */
public record AgreementTerms(
        LocalDate agreementDate,
        int electionDays,
        int mailBusinessDays,
        int standoffDays,
        int registrationYears,
        int consentPercent) {

    /** The terms as they were signed. */
    public static AgreementTerms asSigned(LocalDate agreementDate) {
        return new AgreementTerms(agreementDate, 10, 3, 180, 3, 51);
    }

    /** The same terms in an agreement of another date, for questions that ask what if. */
    public AgreementTerms madeAsOf(LocalDate date) {
        return new AgreementTerms(
                date, electionDays, mailBusinessDays, standoffDays, registrationYears, consentPercent);
    }
}
