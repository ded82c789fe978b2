package org.registrationrights.process.claim;

import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpense;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Story;
import org.springframework.context.ApplicationContext;

/** What people do in a claim, as each test tells it: an action served on 1 February 2002 about the effective offering. */
class ClaimStory {

    static final String ID = "CLM-2002-1";
    private static final String DISPUTE = "DSP-2002-1";

    private final Story story;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ClaimRepository claims;
    private final ClaimExpenses expenses;
    private final Settlements settlements;
    private final CaseFileRepository caseFile;
    private final Waiting waiting;
    private long writtenBefore;
    private String instanceId;

    ClaimStory(
            Story story,
            RuntimeService runtime,
            HistoryService history,
            ClaimRepository claims,
            ClaimExpenses expenses,
            Settlements settlements,
            CaseFileRepository caseFile,
            Waiting waiting) {
        this.story = story;
        this.runtime = runtime;
        this.history = history;
        this.claims = claims;
        this.expenses = expenses;
        this.settlements = settlements;
        this.caseFile = caseFile;
        this.waiting = waiting;
    }

    /** With the beans of the test's application. */
    static ClaimStory of(ApplicationContext context) {
        return context.getAutowireCapableBeanFactory().createBean(ClaimStory.class);
    }

    void begin() {
        story.effectiveOffering();
        story.now("2002-02-04T09:00:00-08:00");
        writtenBefore = caseFile.read(CaseSubject.matter(ID)).count();
    }

    /** H-1 against the Company. */
    static Map<String, Object> byHolder() {
        Map<String, Object> claim = new HashMap<>();
        claim.put("offeringId", Story.ID);
        claim.put("claimantRole", "HOLDER");
        claim.put("claimant", "H-1");
        claim.put("indemnitor", "COMPANY");
        claim.put("basis", "UNTRUE_STATEMENT");
        claim.put("statements", json("[{'document': 'Prospectus', 'words': 'The order backlog is $9 million.'}]"));
        claim.put("lossCents", "1000000");
        claim.put("action", "Doe v. VSource");
        claim.put("servedOn", "2002-02-01");
        claim.put("evidence", "complaint");
        return claim;
    }

    /** The Company against H-1, on what H-1 furnished. */
    static Map<String, Object> byCompany() {
        Map<String, Object> claim = byHolder();
        claim.put("claimantRole", "COMPANY");
        claim.remove("claimant");
        claim.put("indemnitor", "H-1");
        claim.put("informationFrom", "H-1");
        return claim;
    }

    String make(Map<String, Object> claim) {
        return make(ID, "counsel", claim);
    }

    String make(String id, String user, Map<String, Object> claim) {
        ProcessInstance instance =
                story.as(user, () -> runtime.startProcessInstanceByKey("indemnification-claim", id, claim));
        instanceId = instance.getId();
        return instance.getBusinessKey();
    }

    Claim row() {
        return claims.get(ID);
    }

    void complete(String task, String user, Map<String, Object> values) {
        story.complete(task, ID, user, values);
        story.runJobs();
    }

    void find(Map<String, Object> findings) {
        Map<String, Object> all = new HashMap<>(findings);
        all.put("ground", "Read with the questionnaire");
        complete("Find on claim", "counsel", all);
    }

    void propose(String counsel) {
        complete("Propose counsel", "counsel", Map.of("counselName", counsel, "proposedBy", "General Counsel"));
    }

    void answer(boolean approved) {
        complete(
                "Decide on counsel",
                "counsel",
                Map.of(
                        "counselApproved",
                        approved,
                        "decidedBy",
                        "Trustee of H-1",
                        "ground",
                        "Experience in such cases"));
    }

    void judgment(String cents) {
        complete(
                "Record outcome",
                "counsel",
                Map.of("outcome", "JUDGMENT", "judgmentCents", cents, "endedOn", "2002-02-04", "paper", "judgment"));
    }

    ClaimExpense submit(ClaimExpense.Kind kind, long cents) {
        ClaimExpense expense = expenses.submit(
                ID,
                new ClaimExpenses.Submitted(
                        kind,
                        "Pine & Ash LLP",
                        "answer",
                        BigInteger.valueOf(cents),
                        LocalDate.parse("2002-02-02"),
                        "invoice"));
        waiting.tell(ID, Messages.CLAIM_EXPENSE_SUBMITTED);
        return expense;
    }

    void settle(long cents, boolean release, List<String> parties) {
        settlements.propose(
                ID,
                new Settlements.Proposed(
                        BigInteger.valueOf(cents),
                        "each bears its own costs",
                        release,
                        parties,
                        "Plaintiff",
                        null,
                        "letter"));
        waiting.tell(ID, Messages.SETTLEMENT_PROPOSED);
    }

    void consent(boolean given) {
        complete(
                "Decide on settlement",
                "counsel",
                Map.of("settlementConsented", given, "decidedBy", "The board", "ground", "Below the likely judgment"));
    }

    void settled(boolean made) {
        settled(made, false);
    }

    void settled(boolean made, boolean byIndemnitor) {
        complete(
                "Record settlement",
                "counsel",
                Map.of(
                        "settlementMade",
                        made,
                        "madeByIndemnitor",
                        byIndemnitor,
                        "settledOn",
                        "2002-02-04",
                        "paper",
                        "agreement"));
    }

    void hold(String holding) {
        complete(
                "Record holding",
                "counsel",
                Map.of(
                        "holding",
                        holding,
                        "court",
                        "Superior Court, Los Angeles",
                        "heldOn",
                        "2002-02-04",
                        "paper",
                        "order",
                        "ground",
                        "Public policy"));
    }

    /** H-1 against the Company, about this claim. */
    void arbitrate() {
        String parties = "[{'party': 'H-1', 'side': 'CLAIMANT'}, {'party': 'COMPANY', 'side': 'RESPONDENT'}]";
        Map<String, Object> demand = Map.of(
                "claimId",
                ID,
                "subject",
                "Whether indemnity is owed",
                "relief",
                "Payment",
                "evidence",
                "letter",
                "parties",
                json(parties));
        story.as("counsel", () -> runtime.startProcessInstanceByKey("dispute-arbitration", DISPUTE, demand));
        story.runJobs();
        story.complete(
                "File demand",
                DISPUTE,
                "counsel",
                Map.of("result", "FILED", "jamsNumber", "1220012345", "filedOn", "2002-02-04", "seat", "Los Angeles"));
    }

    void awarded(String finding) {
        story.complete(
                "Record outcome",
                DISPUTE,
                "counsel",
                Map.of(
                        "outcome",
                        "AWARD",
                        "endedOn",
                        "2002-02-04",
                        "arbitrator",
                        "A. Judge",
                        "terms",
                        "As found",
                        "paper",
                        "award",
                        "awardFinding",
                        finding));
        story.runJobs();
    }

    void pay(String cents) {
        complete("Pay claim", "finance", Map.of("paidCents", cents, "paidOn", "2002-02-04", "paper", "wire"));
    }

    boolean ended() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ID)
                        .count()
                == 0;
    }

    /** The ends that the claim made last has reached. */
    List<String> ends() {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> id.startsWith("EndEvent_"))
                .toList();
    }

    List<String> events() {
        return caseFile.read(CaseSubject.matter(ID))
                .skip(writtenBefore)
                .map(filed -> filed.entry().event())
                .toList();
    }
}
