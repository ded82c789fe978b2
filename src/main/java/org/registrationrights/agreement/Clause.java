package org.registrationrights.agreement;

import static org.registrationrights.agreement.Clause.Bearer.COMPANY;
import static org.registrationrights.agreement.Clause.Bearer.EVERY_PARTY;
import static org.registrationrights.agreement.Clause.Bearer.HOLDER;
import static org.registrationrights.agreement.Clause.Bearer.INDEMNIFIED_PARTY;
import static org.registrationrights.agreement.Clause.Bearer.INDEMNIFYING_PARTY;
import static org.registrationrights.agreement.Clause.Bearer.LOSING_PARTY;
import static org.registrationrights.agreement.Clause.Bearer.MANAGING_UNDERWRITER;
import static org.registrationrights.agreement.Clause.Bearer.NO_ONE;
import static org.registrationrights.agreement.Clause.Bearer.TRANSFEREE;
import static org.registrationrights.agreement.Clause.Handling.CALCULATED;
import static org.registrationrights.agreement.Clause.Handling.ENFORCED;
import static org.registrationrights.agreement.Clause.Handling.MANUAL;
import static org.registrationrights.agreement.Clause.Handling.NONE;
import static org.registrationrights.agreement.Clause.Handling.PLANNED;
import static org.registrationrights.agreement.Clause.Handling.RECORDED;

/** The register of the agreement's operative clauses: what each asks of whom, and what this software makes of it. */
public enum Clause {
    P_A(
            "P-a",
            EVERY_PARTY,
            RECORDED,
            "Signs in one of three roles (the Company, OTT shareholder, "
                    + "OTT warrant holder) under one date, from which the terms run.",
            "The register holds who signed in which role, the configuration "
                    + "the Company and the date; the signed copies stay with counsel."),
    S1_1_A(
            "1.1-a",
            NO_ONE,
            MANUAL,
            "Common Stock includes whatever stock, of the Company or a successor, is later exchanged for it.",
            "An exchange is entered in the register as lots derived from the old ones, which 1.7-iii then counts."),
    S1_2_A(
            "1.2-a",
            NO_ONE,
            ENFORCED,
            "A Holder on a day is whoever the records show that day with one Registrable Share or more."),
    S1_2_B(
            "1.2-b",
            TRANSFEREE,
            ENFORCED,
            "One who did not sign is a Holder only through shares whose rights came along under Section 6."),
    S1_3_A(
            "1.3-a",
            NO_ONE,
            ENFORCED,
            "A requesting Holder's Ownership Percentage sets what it holds against what all requesting "
                    + "Holders hold plus what the other sellers hold under registration agreements of their own."),
    S1_4_A(
            "1.4-a",
            NO_ONE,
            RECORDED,
            "Individuals and entities of every kind are persons.",
            "The register keeps what kind of person each Holder is; nothing turns on it."),
    S1_5_A(
            "1.5-a",
            NO_ONE,
            ENFORCED,
            "A Public Offering offers Common Stock to the general public under an effective registration statement."),
    S1_5_B(
            "1.5-b",
            NO_ONE,
            ENFORCED,
            "An offering that serves nothing but a compensatory "
                    + "plan or a business combination is no Public Offering."),
    S1_6_A(
            "1.6-a",
            NO_ONE,
            RECORDED,
            "Shares are registered once the statement has been prepared, filed and ordered effective, not before.",
            "Filing and effectiveness happen outside; their dates and file numbers are entered as they occur."),
    S1_7_I("1.7-i", NO_ONE, ENFORCED, "Shares that OTT's shareholders received in the Merger are Registrable Shares."),
    S1_7_II(
            "1.7-ii",
            NO_ONE,
            ENFORCED,
            "Shares bought under a replacement warrant are Registrable Shares "
                    + "from their issue; the unexercised warrant counts for nothing."),
    S1_7_III(
            "1.7-iii",
            NO_ONE,
            ENFORCED,
            "Shares that come out of Registrable Shares by split, dividend or exchange are Registrable Shares too."),
    S1_7_A("1.7-A", NO_ONE, ENFORCED, "Shares sold without a transfer of rights under Section 6 do not count."),
    S1_7_B("1.7-B", NO_ONE, ENFORCED, "Shares in the escrow of the Merger do not count until they are released."),
    S1_7_C(
            "1.7-C",
            NO_ONE,
            ENFORCED,
            "Shares locked up by a Founder's employment agreement do not count until the lock-up ends."),
    S1_7_W(
            "1.7-w",
            NO_ONE,
            ENFORCED,
            "Shares cease to be Registrable Shares, for good, once a statement "
                    + "covering them is effective and they have been sold under it."),
    S1_7_X1(
            "1.7-x1",
            NO_ONE,
            ENFORCED,
            "Shares sold to the public under Rule 144 cease to be Registrable Shares, for good."),
    S1_7_X2(
            "1.7-x2",
            NO_ONE,
            RECORDED,
            "A Holder's shares cease, for good, once Rule 144 would "
                    + "let it sell its whole holding within three months.",
            "Whether it would is counsel's finding; from its date on the "
                    + "register counts the shares out, and nothing counts them in again."),
    S1_7_Y(
            "1.7-y",
            NO_ONE,
            ENFORCED,
            "Shares transferred in any other way cease, for good, once the new "
                    + "certificates are delivered and the next sale needs no registration."),
    S1_7_Z("1.7-z", NO_ONE, ENFORCED, "Shares that are no longer outstanding cease to be Registrable Shares."),
    S1_9_A(
            "1.9-a",
            NO_ONE,
            RECORDED,
            "A Series 2-A Shareholder is one who holds that preferred "
                    + "stock, its warrants, or stock that came out of either.",
            "The class of each other seller's securities is entered "
                    + "with the limitation and kept with the allocation."),
    S1_10_A(
            "1.10-a",
            NO_ONE,
            NONE,
            "The Series 2-A Registration is the statement filed "
                    + "for the Series 2-A Shareholders, with its amendments.",
            "A name; the one fact that hangs on it is the closing of 2.1-a, which is configured with its evidence."),
    S2_1_A(
            "2.1-a",
            NO_ONE,
            ENFORCED,
            "The Holders have a right only in offerings that are determined after the Series 2-A closing."),
    S2_1_B(
            "2.1-b",
            COMPANY,
            ENFORCED,
            "Tells every Holder in writing that it has determined to make a Public Offering."),
    S2_1_C(
            "2.1-c",
            HOLDER,
            ENFORCED,
            "May ask in writing, by the tenth day after it received the "
                    + "notice, that all or some of its Registrable Shares be included."),
    S2_1_D("2.1-d", NO_ONE, ENFORCED, "Each Holder's ten days are counted from its own receipt."),
    S2_1_E("2.1-e", COMPANY, ENFORCED, "Includes in the registration statement what was asked for in time."),
    S2_1_F(
            "2.1-f",
            HOLDER,
            ENFORCED,
            "Has no place in this offering without a request in time, and loses nothing for the next one."),
    S2_2_A(
            "2.2-a",
            HOLDER,
            ENFORCED,
            "Signs and performs the underwriter's agreement when it is included "
                    + "in an offering in which the Company's own shares are underwritten."),
    S2_3_A(
            "2.3-a",
            MANAGING_UNDERWRITER,
            ENFORCED,
            "May limit how many shares are offered, because of market conditions and for "
                    + "no other reason; where there is no managing underwriter the Company may."),
    S2_3_B(
            "2.3-b",
            COMPANY,
            ENFORCED,
            "May then leave Registrable Shares out, even all of them, but no more of them than the limitation says."),
    S2_3_C(
            "2.3-c",
            COMPANY,
            ENFORCED,
            "Gives each requesting Holder its Ownership Percentage of "
                    + "the Registrable Shares that remain, unless none remain."),
    S2_3_D(
            "2.3-d",
            COMPANY,
            ENFORCED,
            "Cuts no Holder deeper than anyone else who came in by "
                    + "registration rights, management and affiliates among them."),
    S2_3_E(
            "2.3-e",
            NO_ONE,
            ENFORCED,
            "The Series 2-A securities, those of demand holders and "
                    + "the Company's own shares are no measure for 2.3-d."),
    S2_4_A(
            "2.4-a",
            HOLDER,
            ENFORCED,
            "Gives the Company, when asked, what the securities laws "
                    + "want disclosed about it and its plan of distribution.",
            "No sanction is stated: counsel decides on what does not come. Holding "
                    + "a Holder out bars the filing until its shares are out of the allocation."),
    S2_5_A(
            "2.5-a",
            COMPANY,
            ENFORCED,
            "Keeps the statement and the prospectus in use up to date as the securities laws require.",
            "What a 4(c) event asks for is led from discovery to delivery; other supplements and amendments are made outside."),
    S2_6_A("2.6-a", HOLDER, ENFORCED, "Stops selling under the statement the moment it receives a notice under 4(c)."),
    S2_6_B(
            "2.6-b",
            HOLDER,
            ENFORCED,
            "May sell again once it has the corrected prospectus in its own hands.",
            "Without proof of receipt counsel decides."),
    S2_6_C(
            "2.6-c",
            HOLDER,
            ENFORCED,
            "Sends back the superseded prospectuses if the Company so "
                    + "directs, at the Company's cost; its file copies it may keep.",
            "Counsel may give up what is still out, on a ground."),
    S3_1_A(
            "3.1-a",
            COMPANY,
            ENFORCED,
            "Indemnifies Holders, underwriters and those who control them for "
                    + "misstatements and omissions in the registration papers and for its own "
                    + "violations of securities law, and pays their expenses as they arise.",
            "What is owed is computed, and its payment must be it to the cent; the money itself moves elsewhere."),
    S3_1_B(
            "3.1-b",
            COMPANY,
            ENFORCED,
            "Owes no indemnity for what rests on the claimant's own written information, or on the Holder's breach.",
            "Whether a breach or an information brought it about is counsel's finding; a table decides on it."),
    S3_1_C(
            "3.1-c",
            INDEMNIFIED_PARTY,
            ENFORCED,
            "Tells the Company in writing, promptly, that an action has begun.",
            "Late notice forfeits nothing: what it cost is counsel's finding, and is taken off."),
    S3_1_D(
            "3.1-d",
            COMPANY,
            ENFORCED,
            "Takes over the defence and its cost, with counsel whom the claimant can reasonably accept.",
            "Counsel is proposed until the indemnified party accepts; that the counsel is engaged is for people."),
    S3_1_E(
            "3.1-e",
            INDEMNIFIED_PARTY,
            ENFORCED,
            "Settles at its own risk without the Company's consent, which the Company may not refuse unreasonably.",
            "Whether a refusal is unreasonable is counsel's finding."),
    S3_1_F(
            "3.1-f",
            COMPANY,
            ENFORCED,
            "Accepts no judgment or settlement that does not release the "
                    + "indemnified parties outright, unless each of them approves.",
            "Whether a refusal to approve is unreasonable is counsel's finding."),
    S3_2_A(
            "3.2-a",
            HOLDER,
            ENFORCED,
            "Once its shares are registered, indemnifies the Company's side, the underwriters and the "
                    + "other Holders for misstatements and omissions that rest on its own written information.",
            "As under 3.1-a; whom 3.2 promises no payment as incurred is paid with the claim."),
    S3_2_B(
            "3.2-b",
            HOLDER,
            ENFORCED,
            "Answers for information alone: neither for violations of law nor for "
                    + "breaches, and only for what it gave in writing for use in the papers.",
            "A table of its own half decides: the two indemnities are no mirror images."),
    S3_2_C(
            "3.2-c",
            COMPANY,
            ENFORCED,
            "Tells the Holder in writing, promptly, that an action has begun; the Holder takes over the defence.",
            "Letters are drawn up to Holders; that they are sent is for people."),
    S3_2_D(
            "3.2-d",
            INDEMNIFIED_PARTY,
            ENFORCED,
            "On the Company's side, may take counsel of its own at the "
                    + "Holder's cost where common counsel would be in conflict.",
            "Whether there is a conflict is counsel's finding."),
    S3_2_E(
            "3.2-e",
            EVERY_PARTY,
            ENFORCED,
            "Settles as under 3.1: the Holder pays for none without its consent, and accepts "
                    + "none without an outright release unless the indemnified person approves.",
            "As under 3.1-e and 3.1-f."),
    S3_3_A(
            "3.3-a",
            INDEMNIFYING_PARTY,
            ENFORCED,
            "Contributes by relative fault once its indemnity has been held unavailable by a court.",
            "By default an arbitrator's award counts as a court's holding, for disputes go there (11.5)."),
    S3_3_B(
            "3.3-b",
            NO_ONE,
            ENFORCED,
            "Fault is weighed by whose information it was, by intent, "
                    + "knowledge, access and the chance to prevent, and by equity.",
            "The weights are a person's findings, with factors and author; the software does the arithmetic alone."),
    S3_3_C(
            "3.3-c",
            HOLDER,
            ENFORCED,
            "Contributes no more than the sale in that registration brought it.",
            "Proceeds are those of the closings, net of the approved discount, over all claims of the registration."),
    S3_3_D(
            "3.3-d",
            NO_ONE,
            ENFORCED,
            "One guilty of a fraudulent misrepresentation gets nothing from one who is not.",
            "Who is guilty is a final finding that people enter, by statement and person."),
    S4_A(
            "4-a",
            COMPANY,
            ENFORCED,
            "Supplies the selling Holders with prospectuses and with the papers they reasonably need to sell.",
            "What goes out is logged by Holder, from the filing on; further papers are asked for by holder-request."),
    S4_B(
            "4-b",
            COMPANY,
            ENFORCED,
            "Makes reasonable efforts to qualify the shares in the states that a selling Holder names; "
                    + "it may decline one that would have it qualify for business or accept process at large.",
            "The efforts in a state are made outside; what came of them is recorded state by state, "
                    + "and contradicts no answer to a Holder."),
    S4_C(
            "4-c",
            COMPANY,
            ENFORCED,
            "Warns every covered Holder when something makes the "
                    + "prospectus in use misleading, and corrects it promptly.",
            "Whether a prospectus is required, misleading, and materially so are counsel's findings."),
    S4_D(
            "4-d",
            COMPANY,
            ENFORCED,
            "Lists the shares on the exchanges that list its similar securities, if their rules allow.",
            "The exchange decides; its approval, or the rule against it, is recorded, and the duty stays open until then."),
    S4_E(
            "4-e",
            COMPANY,
            ENFORCED,
            "Has a transfer agent, a registrar and a CUSIP number in place by the day of effectiveness."),
    S4_F(
            "4-f",
            COMPANY,
            ENFORCED,
            "Signs and performs a customary underwriting agreement with "
                    + "the managing underwriter of an underwritten offering."),
    S4_G(
            "4-g",
            COMPANY,
            ENFORCED,
            "Opens its records to a selling Holder that has signed "
                    + "a commercially reasonable confidentiality agreement.",
            "Whether the paper is commercially reasonable is counsel's finding."),
    S4_H(
            "4-h",
            COMPANY,
            ENFORCED,
            "Gives a selling Holder, when asked, copies of the filings and of the letters "
                    + "exchanged with the SEC, save where confidential treatment was asked for.",
            "Whether confidential treatment was asked for is entered with its reason."),
    S5_A("5-a", COMPANY, ENFORCED, "Bears the cost of the registration, whatever its kind, save for 5-b."),
    S5_B("5-b", HOLDER, ENFORCED, "Bears its own counsel and the underwriter's discount on its own shares."),
    S6_A(
            "6-a",
            TRANSFEREE,
            CALCULATED,
            "Takes the rights in the shares it received if the transfer was lawful, "
                    + "it is no competitor, and it has executed and delivered its joinder.",
            "rights-transfer will walk through the three conditions; "
                    + "the register already counts by their outcome (1.7-A)."),
    S6_B(
            "6-b",
            NO_ONE,
            CALCULATED,
            "A competitor is a company with electronic procurement for businesses among its main lines.",
            "rights-transfer will ask for the lines of business and their evidence."),
    S7_A(
            "7-a",
            HOLDER,
            ENFORCED,
            "Sells and encumbers no securities of the Company, if so asked, "
                    + "for the time named after an effective date, 180 days at most.",
            "What a Holder does all the same is refused or put before counsel, not undone."),
    S7_B(
            "7-b",
            HOLDER,
            ENFORCED,
            "Stays free to sell what the offering includes, and to give to donees who bind themselves alike."),
    S7_C(
            "7-c",
            HOLDER,
            ENFORCED,
            "Signs a lock-up in customary form with the managers or the Company.",
            "No sanction is stated: who does not sign is followed up, and bound by the covenant alone."),
    S7_D("7-d", COMPANY, ENFORCED, "May stop transfers of Registrable Shares until the stand-off is over."),
    S8_A(
            "8-a",
            COMPANY,
            ENFORCED,
            "May withdraw or suspend any statement at any moment, whatever else the agreement says."),
    S9_A(
            "9-a",
            HOLDER,
            ENFORCED,
            "Cannot stop or delay a registration by injunction because of a dispute about the agreement."),
    S10_A(
            "10-a",
            COMPANY,
            ENFORCED,
            "Owes no registration once three years from the agreement's date are over; its other duties go on."),
    S11_1_A(
            "11.1-a",
            EVERY_PARTY,
            ENFORCED,
            "Gives notice in writing: in person, effective on receipt; by facsimile, on "
                    + "confirmation; by registered or certified mail, on the third business day."),
    S11_1_B(
            "11.1-b",
            EVERY_PARTY,
            RECORDED,
            "Sends counsel a copy of what it sends to the Company.",
            "The notice letter names both addresses, and of an answer or a new address it is recorded whether "
                    + "the copy was sent; the copy is the sender's act and moves no window."),
    S11_1_C(
            "11.1-c",
            EVERY_PARTY,
            ENFORCED,
            "May name another address for itself by notice.",
            "A Holder's addresses are kept with the days that they count from, and a letter bears that of its "
                    + "own day; the Company's is configuration."),
    S11_2_A(
            "11.2-a",
            NO_ONE,
            NONE,
            "The document is the whole agreement.",
            "Settles what binds; there is nothing to do."),
    S11_3_A(
            "11.3-a",
            EVERY_PARTY,
            CALCULATED,
            "Amends or waives a term by consent in writing of both sides: the Company, "
                    + "and Holders of at least 51 % of the Registrable Shares outstanding.",
            "agreement-amendment will collect the consents and count them on the day of effect."),
    S11_3_B(
            "11.3-b",
            EVERY_PARTY,
            NONE,
            "Waives nothing by letting it pass, and spends no right by using it in part.",
            "The software reads no waiver into silence or delay; what is waived is a consent under 11.3-a."),
    S11_4_A("11.4-a", EVERY_PARTY, ENFORCED, "Proceeds under California law, in Los Angeles County only."),
    S11_5_A(
            "11.5-a",
            EVERY_PARTY,
            ENFORCED,
            "Takes every dispute to JAMS in Los Angeles for final, binding arbitration."),
    S11_5_B(
            "11.5-b",
            LOSING_PARTY,
            ENFORCED,
            "Pays for the arbitration, or for the enforcement of its award, reasonable attorneys' fees included."),
    S11_6_A(
            "11.6-a",
            LOSING_PARTY,
            ENFORCED,
            "Makes good all costs of the party that prevails, from attorneys to experts."),
    S11_7_A(
            "11.7-a",
            EVERY_PARTY,
            MANUAL,
            "Assigns rights and delegates duties only where the agreement "
                    + "allows or consent is given; anything else is void.",
            "Section 6 is the only way that the software knows; any other assignment is for counsel to judge."),
    S11_8_A(
            "11.8-a",
            NO_ONE,
            NONE,
            "Strangers gain no rights beyond those given; counterparts are one document; headings mean nothing.",
            "Rules of form and construction; there is nothing to do."),
    S11_9_A(
            "11.9-a",
            NO_ONE,
            NONE,
            "Doubt is not held against the drafter.",
            "A rule of construction; the readings behind the policies respect it."),
    S11_10_A(
            "11.10-a",
            NO_ONE,
            MANUAL,
            "An invalid term falls alone, and no further than it must.",
            "What a ruling leaves standing is for counsel to say."),
    EXA_A(
            "ExA-a",
            TRANSFEREE,
            PLANNED,
            "Joins by a form that names seller, shares, date and itself with its address.",
            "rights-transfer will take the completed form; the register keeps the day of its delivery.");

    /** Who has to act or to bear it. */
    public enum Bearer {
        COMPANY("Company"),
        HOLDER("Holder"),
        MANAGING_UNDERWRITER("managing underwriter"),
        TRANSFEREE("transferee"),
        INDEMNIFIED_PARTY("indemnified party"),
        INDEMNIFYING_PARTY("indemnifying party"),
        LOSING_PARTY("losing party"),
        EVERY_PARTY("every party"),
        /** A definition, a measure, a rule of construction. */
        NO_ONE("no one");

        private final String label;

        Bearer(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** What becomes of a clause in this software. */
    public enum Handling {
        /** Code carries it out or bars what it forbids, and a test holds it to that. */
        ENFORCED,
        /** People do it; the software keeps what they did, when, and by which paper. */
        RECORDED,
        /** People judge and do it, outside the software. */
        MANUAL,
        /** There is never anything to do. */
        NONE,
        /** A rule answers it when asked; the process that acts on the answer is not built yet. */
        CALCULATED,
        /** Not built yet. */
        PLANNED
    }

    private final String id;
    private final Bearer bearer;
    private final Handling handling;
    private final String duty;
    private final String reason;

    Clause(String id, Bearer bearer, Handling handling, String duty) {
        this(id, bearer, handling, duty, "");
    }

    Clause(String id, Bearer bearer, Handling handling, String duty, String reason) {
        this.id = id;
        this.bearer = bearer;
        this.handling = handling;
        this.duty = duty;
        this.reason = reason;
    }

    /** Such as {@code 2.3-c}: the section, and which of its duties. */
    public String id() {
        return id;
    }

    /** Where the agreement says it, such as {@code Section 4(e)}. Only Sections 1.7 and 4 have letters of their own. */
    public String citation() {
        String section = id.substring(0, id.indexOf('-'));
        String letter = id.substring(id.indexOf('-') + 1).replaceAll("\\d", "");
        return switch (section) {
            case "P" -> "preamble";
            case "ExA" -> "Exhibit A";
            case "1.7", "4" -> "Section " + section + "(" + letter + ")";
            default -> "Section " + section;
        };
    }

    public Bearer bearer() {
        return bearer;
    }

    public Handling handling() {
        return handling;
    }

    /** What the clause asks of its bearer, who is the sentence's subject. */
    public String duty() {
        return duty;
    }

    /** Why it is not enforced, or what enforcing it still leaves out; empty where nothing needs saying. */
    public String reason() {
        return reason;
    }
}
