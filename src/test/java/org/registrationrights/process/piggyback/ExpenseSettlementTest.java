package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.offering.ExpenseBasis;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Entry;
import org.registrationrights.offering.ExpenseRepository.Settlement;
import org.registrationrights.offering.ExpenseStatement;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.process.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** Who bears the costs: of an offering in which H-1 and H-4 sold, and of one that is withdrawn. */
@ProcessTest
@Verifies({Clause.S5_A, Clause.S5_B})
class ExpenseSettlementTest {

    @Autowired
    private Story story;

    @Autowired
    private ExpenseSettlement settlement;

    @Autowired
    private SettlementProcess process;

    @Autowired
    private ExpenseRepository expenses;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void billsComeInBatchesAndAreCorrectedUntilAllAreThere() {
        closed();
        enter(
                "[{'type': 'PRINTING', 'cents': '9000'}, {'type': 'HOLDER_COUNSEL', 'cents': '300', 'for': 'H-1'}]",
                true);
        assertThat(story.task("Approve expenses", Story.ID)).isNull();
        enter("[{'type': 'HOLDER_COUNSEL', 'cents': '301', 'for': 'H-1, H-4', 'replaces': 2}]", false);

        // 301 cents by the 100,000 shares of H-1 and the 20,000 of H-4: 250.83 and 50.17
        assertThat(expenses.parts(Story.ID))
                .isEqualTo(Map.of(
                        1, Map.of("COMPANY", whole(9000)),
                        3, Map.of("H-1", whole(251), "H-4", whole(50))));
        assertThat(expenses.bills(Story.ID))
                .extracting("line", "replaces", "replacedBy", "enteredBy")
                .containsExactly(
                        tuple(1, null, null, "finance"), tuple(2, null, 3, "finance"), tuple(3, 2, null, "finance"));
        assertThat(expenses.shares(Story.ID)).isEmpty();

        story.approveExpenses();

        assertThat(expenses.shares(Story.ID))
                .isEqualTo(Map.of("COMPANY", whole(9000), "H-1", whole(251), "H-4", whole(50)));
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("piggyback-registration")
                        .count())
                .isZero();
    }

    @Test
    void theDiscountFallsOnWhatWasSoldOverAllClosings() {
        closed();
        // 2,300,000 of the Company, 100,000 of H-1 and 20,000 of H-4, at half a dollar each
        enter("[{'type': 'UNDERWRITING_DISCOUNT', 'cents': '121000000'}]", false);

        assertThat(expenses.settlements(Story.ID))
                .containsExactly(new Settlement(
                        1, "finance", ExpenseBasis.Kind.SOLD, whole(2_300_000), whole(0), false, null, null));
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID))
                .isEqualTo(Map.of("COMPANY", whole(115_000_000), "H-1", whole(5_000_000), "H-4", whole(1_000_000)));
        assertThat(ExpenseStatement.of(expenses.bills(Story.ID), expenses.parts(Story.ID)))
                .extracting(ExpenseStatement::text)
                .contains("Underwriting discount (bill 1): 50,000.00 of 1,210,000.00. Together: 50,000.00 dollars.");
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Expenses allocated"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.policies()).containsEntry("holderCounselSplit", "BY_SHARES");
                    assertThat((List<?>) entry.result().get("steps")).isNotEmpty();
                    assertThat(entry.inputs()).containsKey("basis");
                });
    }

    @Test
    void nobodyApprovesWhatIsHisOwnEntry() {
        closed();
        // who belongs to both groups
        reportBy("counsel", true, entry(Type.LISTING, 1, null));
        story.tell(Messages.EXPENSES_REPORTED);
        enter(null, false);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.approveExpenses())
                .withMessage("expensesApproved: bills were entered by counsel and need another person's approval"
                        + " (Section 5)");

        report(false, entry(Type.LISTING, 2, 1));
        story.tell(Messages.EXPENSES_REPORTED);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(2)));
    }

    @Test
    void whatIsSentBackComesWithAReason() {
        closed();
        enter("[{'type': 'ACCOUNTING', 'cents': '700'}]", false);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Approve expenses", "counsel", Map.of("expensesApproved", false)))
                .withMessage("reason: is required to send it back (Section 5)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Approve expenses", "counsel", Map.of("expensesApproved", true, "reason", "fine")))
                .withMessage("reason: must be absent with an approval (Section 5)");
        story.complete(
                "Approve expenses",
                "counsel",
                Map.of("expensesApproved", false, "reason", "The fee of the SEC is missing."));

        String task = story.task("Enter expenses", Story.ID).getId();
        assertThat(story.variable(task, "sentBack")).isEqualTo("Sent back by counsel: The fee of the SEC is missing.");
        assertThat(expenses.parts(Story.ID)).isEmpty();
        enter("[{'type': 'SEC_FEE', 'cents': '92'}]", false);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(792)));
        assertThat(story.caseFile())
                .extracting(CaseEntry::event)
                .containsSubsequence(
                        "Expenses allocated", "Expenses sent back", "Expenses allocated", "Expenses approved");
    }

    @Test
    void billsThatComeDuringTheApprovalAreAllocatedFirst() {
        closed();
        enter("[{'type': 'PRINTING', 'cents': '100'}]", false);
        String before = story.task("Approve expenses", Story.ID).getId();

        report(true, entry(Type.PRINTING, 120, 1));
        // stored, and not told yet: what counsel sees is no longer what is there
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.approveExpenses())
                .withMessage("expensesApproved: bills have come in meanwhile; read them again (Section 5)");
        story.tell(Messages.EXPENSES_REPORTED);
        assertThat(story.task("Approve expenses", Story.ID)).isNull();
        report(false);
        story.tell(Messages.EXPENSES_REPORTED);

        assertThat(story.task("Approve expenses", Story.ID).getId()).isNotEqualTo(before);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(120)));
    }

    @Test
    void billsOfTheTimeBeforeAreFoundWhenTheOfferingIsOver() {
        story.fileForTwo();
        report(true, entry(Type.PRINTING, 400, null), entry(Type.HOLDER_COUNSEL, 50, null, "H-2"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report(false, entry(Type.PRINTING, 1, null)))
                .withMessage("moreToCome: must be true: OFF-2002-1 is not over, and more may come (Section 5)");
        story.appoint();
        story.effective();
        story.close();

        // H-2 has an election in the offering, but is not in the registration
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(null, false))
                .withMessage("bill 2.for: 'H-2' is no Holder in holderShares");
        enter("[{'type': 'HOLDER_COUNSEL', 'cents': '50', 'for': 'H-4', 'replaces': 2}]", false);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(400), "H-4", whole(50)));
    }

    @Test
    void billsThatComeAfterTheApprovalAreSettledForThemselves() {
        closed();
        enter("[{'type': 'PRINTING', 'cents': '100'}]", false);
        story.approveExpenses();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report(true, entry(Type.PRINTING, 90, 1)))
                .withMessage("expenses[0].replaces: bill 1 is approved already (Section 5)");
        report(true, entry(Type.STOCK_TRANSFER_TAX, 7, null));
        process.beginForLateBills(Story.ID);
        process.beginForLateBills(Story.ID);
        assertThat(settlements()).hasSize(1);
        enter(null, false);
        story.approveExpenses();

        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(107)));
        assertThat(expenses.settlements(Story.ID))
                .extracting(Settlement::approved)
                .containsExactly(true, true);
    }

    @Test
    void isBegunByHandOnlyForAnOfferingThatIsOverAndOneAtATime() {
        story.fileForTwo();
        assertStartRefused(Map.of("offeringId", Story.ID), "offeringId: OFF-2002-1 is not over, and its costs");
        assertStartRefused(Map.of("offeringId", "OFF-2002-9"), "offeringId: there is no offering OFF-2002-9");
        assertStartRefused(Map.of(), "offeringId: is required");
        story.appoint();
        story.effective();
        story.close();
        assertStartRefused(Map.of("offeringId", Story.ID), "offeringId: the costs of OFF-2002-1 are being settled");
        story.settleNoExpenses();

        runtime.startProcessInstanceByKey("expense-settlement", Map.of("offeringId", Story.ID));
        assertStartRefused(Map.of("offeringId", Story.ID), "offeringId: the costs of OFF-2002-1 are being settled");
        assertThat(tasks.createTaskQuery().taskName("Enter expenses").singleResult())
                .isNotNull();

        // an operator has deleted it: another goes on with the same settlement
        runtime.deleteProcessInstance(settlements().get(0).getId(), "by mistake");
        ProcessInstance again = runtime.startProcessInstanceByKey("expense-settlement", Story.ID);
        story.settleNoExpenses();
        assertThat(again).isEnded().hasPassed("EndEvent_AccountsSettled");
        assertThat(expenses.settlements(Story.ID)).hasSize(2);
    }

    @Test
    void aRegistrationThatIsWithdrawnIsTheCompanysAndHoldersKeepTheirCounsel() {
        story.fileForTwo();
        story.withdraw();

        // by the 300,000 shares that were to be registered for H-1 and the 240,000 for H-4
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter("[{'type': 'UNDERWRITING_DISCOUNT', 'cents': '1'}]", false))
                .withMessage(
                        "expenses[0].type: belongs to sold shares: the registration was withdrawn before anything was sold (Section 5)");
        enter("[{'type': 'SEC_FEE', 'cents': '5000'}, {'type': 'HOLDER_COUNSEL', 'cents': '900'}]", false);
        assertThat(expenses.settlements(Story.ID))
                .extracting(Settlement::basis)
                .containsExactly(ExpenseBasis.Kind.UNSOLD);
        story.approveExpenses();

        assertThat(expenses.shares(Story.ID))
                .isEqualTo(Map.of("COMPANY", whole(5000), "H-1", whole(500), "H-4", whole(400)));
        assertThat(story.running()).doesNotContain("expense-settlement", "company-obligations");
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void beforeAnAllocationTheSharesAskedForCount() {
        story.start(Story.offering());
        story.runJobs();
        story.electTwo();
        story.withdraw();

        enter("[{'type': 'HOLDER_COUNSEL', 'cents': '900', 'for': 'H-4, H-1'}]", false);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("H-1", whole(500), "H-4", whole(400)));
    }

    @Test
    void betweenTwoClosingsWhatWasSoldBearsItsDiscount() {
        story.fileForTwo();
        story.appoint();
        story.effective();
        story.closeForTheFirstTime();
        story.withdraw();

        // 2,000,000 of the Company and 100,000 of H-1; nothing of the 200,000 that H-1 did not sell
        enter("[{'type': 'UNDERWRITING_DISCOUNT', 'cents': '2100'}]", false);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID)).isEqualTo(Map.of("COMPANY", whole(2000), "H-1", whole(100)));
    }

    @Test
    void aWithdrawalAfterTheClosingInterruptsNoSettlement() {
        closed();
        enter("[{'type': 'UNDERWRITING_DISCOUNT', 'cents': '2420'}]", false);
        story.withdraw();

        assertThat(settlements()).hasSize(1);
        story.approveExpenses();
        assertThat(expenses.shares(Story.ID))
                .isEqualTo(Map.of("COMPANY", whole(2300), "H-1", whole(100), "H-4", whole(20)));
    }

    @Test
    void theWithdrawalIsToldTwiceAndSettledOnce() {
        story.fileForTwo();
        story.withdraw();
        process.beginAfterWithdrawal(Story.ID);
        assertThat(settlements()).hasSize(1);
        story.settleNoExpenses();
        process.beginAfterWithdrawal(Story.ID);

        assertThat(settlements()).isEmpty();
    }

    @Test
    void whatIsWrongWithABillIsSaidAndNothingIsStored() {
        closed();
        refused("[{'cents': '1'}]", "expenses[0].type: is required");
        refused("[{'type': 'PRINTING'}]", "expenses[0].cents: is required");
        refused("[{'type': 'PRINTING', 'cents': '-1'}]", "expenses[0].cents: -1 is negative");
        refused("[{'type': 'TRAVEL', 'cents': '1'}]", "expenses[0].type: ");
        refused(
                "[{'type': 'HOLDER_COUNSEL', 'cents': '1', 'for': 'H-99'}]",
                "expenses[0].for: 'H-99' was no Holder in OFF-2002-1");
        refused(
                "[{'type': 'PRINTING', 'cents': '1'}, {'type': 'HOLDER_COUNSEL', 'cents': '1', 'for': 'H-2'}]",
                "expenses[1].for: 'H-2' is no Holder in holderShares");
        refused("[{'type': 'PRINTING', 'cents': '1', 'replaces': 7}]", "expenses[0].replaces: there is no bill 7");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Enter expenses", "finance", Map.of()))
                .withMessage("expenses: is required, or noExpenses must be true");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(null, true))
                .withMessage("expenses: needs at least one bill (Section 5)");
        assertThat(expenses.bills(Story.ID)).isEmpty();

        enter("[{'type': 'PRINTING', 'cents': '1'}, {'type': 'PRINTING', 'cents': '2'}]", true);
        enter("[{'type': 'PRINTING', 'cents': '3', 'replaces': 1}]", true);
        refused(
                "[{'type': 'PRINTING', 'cents': '4', 'replaces': 1}]",
                "expenses[0].replaces: bill 1 is corrected already, by bill 3 (Section 5)");
    }

    @Test
    void anOfferingThatOwesNoNoticeHasNoExpensesUnderTheAgreement() {
        Map<String, Object> plan = Story.offering();
        plan.put("offeringKind", "COMPENSATORY_PLAN");
        story.start(plan);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report(true, entry(Type.PRINTING, 1, null)))
                .withMessage("offeringId: OFF-2002-1 is no registration under this agreement (Section 5)");
    }

    /** H-1 sold 100,000 shares and then none, H-4 20,000 in the end; the Company 2,000,000 and then 300,000. */
    private void closed() {
        story.fileForTwo();
        story.appoint();
        story.effective();
        story.closeForTheFirstTime();
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", true, "companySold", "300000", "sales", json("""
                        [{'holderId': 'H-4', 'shares': '20000', 'soldOn': '2002-01-23'}]
                        """)));
    }

    private void enter(String bills, boolean moreToCome) {
        story.complete(
                "Enter expenses",
                "finance",
                bills == null
                        ? Map.of("noExpenses", true, "moreToCome", moreToCome)
                        : Map.of("expenses", json(bills), "moreToCome", moreToCome));
    }

    private void refused(String bills, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(bills, false))
                .withMessageStartingWith(sentence);
    }

    private void report(boolean moreToCome, Entry... entries) {
        reportBy("finance", moreToCome, entries);
    }

    private void reportBy(String user, boolean moreToCome, Entry... entries) {
        identities.setAuthentication(user, List.of(user));
        try {
            settlement.enter(Story.ID, List.of(entries), moreToCome);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Entry entry(Type type, long cents, Integer replaces, String... holders) {
        return new Entry(new Item(type, whole(cents), holders.length == 0 ? null : List.of(holders)), replaces);
    }

    private void assertStartRefused(Map<String, Object> variables, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey("expense-settlement", variables))
                .withMessageStartingWith(sentence);
    }

    private List<ProcessInstance> settlements() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("expense-settlement")
                .list();
    }

    private static BigInteger whole(long count) {
        return BigInteger.valueOf(count);
    }
}
