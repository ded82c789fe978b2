package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.casefile.FiledEntry;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.HolderInformation;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.register.RegisterCsv;
import org.registrationrights.register.RegisterRepository;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells an offering's story step by step: people complete tasks, facts come from outside, the clock is moved, jobs run. */
@TestComponent
public class Story {

    public static final String ID = "OFF-2002-1";

    private final ProcessEngine engine;
    private final Elections elections;
    private final RegistrationDecisions decisions;
    private final ElectionStart electionStart;
    private final InformationOfHolders information;
    private final Signatures signatures;
    private final StandingAllocation allocation;
    private final Waiting waiting;
    private final ElectionRepository electionRows;
    private final LateCommunicationRepository lateRows;
    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final RegisterRepository register;
    private final CaseFileRepository caseFile;
    private final JdbcClient jdbc;
    private long writtenBefore;

    Story(
            ProcessEngine engine,
            Elections elections,
            RegistrationDecisions decisions,
            ElectionStart electionStart,
            InformationOfHolders information,
            Signatures signatures,
            StandingAllocation allocation,
            Waiting waiting,
            ElectionRepository electionRows,
            LateCommunicationRepository lateRows,
            OfferingRepository offerings,
            AllocationRepository allocations,
            RegisterRepository register,
            CaseFileRepository caseFile,
            JdbcClient jdbc) {
        this.engine = engine;
        this.elections = elections;
        this.decisions = decisions;
        this.electionStart = electionStart;
        this.information = information;
        this.signatures = signatures;
        this.allocation = allocation;
        this.waiting = waiting;
        this.electionRows = electionRows;
        this.lateRows = lateRows;
        this.offerings = offerings;
        this.allocations = allocations;
        this.register = register;
        this.caseFile = caseFile;
        this.jdbc = jdbc;
    }

    /** Nothing has happened yet; it is the sample's first morning. */
    public void begin() {
        begin(sample());
    }

    public void begin(String registerCsv) {
        BpmnAwareTests.init(engine);
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "next test"));
        List.of(
                        "receipt",
                        "claim_payment",
                        "fraud_finding",
                        "fault_line",
                        "fault_sheet",
                        "claim_holding",
                        "settlement_approval",
                        "claim_settlement",
                        "claim_expense",
                        "claim_counsel",
                        "claim_rests_on",
                        "claim",
                        "claim_statement",
                        "dispute_share",
                        "dispute_bill",
                        "dispute_cost_sheet",
                        "dispute_party",
                        "dispute",
                        "standoff_transaction",
                        "standoff_holder",
                        "standoff",
                        "transaction_review",
                        "reported_sale",
                        "prospectus_return",
                        "holder_suspension",
                        "prospectus_correction",
                        "suspension_event",
                        "dispatch_finding",
                        "dispatch_delivery",
                        "holder_request_fulfilment",
                        "holder_request_decision",
                        "holder_request",
                        "decision_notice",
                        "registration_decision",
                        "managing_underwriter",
                        "holder_exclusion",
                        "expense_part",
                        "expense_item",
                        "expense_settlement",
                        "sale",
                        "closing",
                        "appointment",
                        "company_obligation",
                        "listing",
                        "state_qualification",
                        "prospectus_delivery",
                        "new_holder",
                        "holder_signature",
                        "information_decision",
                        "holder_information",
                        "information_request",
                        "allocation_line",
                        "allocation_other",
                        "allocation_round",
                        "courtesy_copy",
                        "dispatch",
                        "mailing",
                        "document",
                        "late_communication",
                        "evidence_correction",
                        "communication",
                        "holder_election",
                        "offering",
                        "share_lot",
                        "holder_address",
                        "holder")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        try {
            register.importRegister(RegisterCsv.parse(new StringReader(registerCsv)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        now("2002-01-10T09:00:00-08:00");
        writtenBefore = caseFile.read(CaseSubject.offering(ID)).count();
    }

    /** The offering's case file since the story began: what was written before stays for good. */
    public List<CaseEntry> caseFile() {
        return caseFile.read(CaseSubject.offering(ID))
                .skip(writtenBefore)
                .map(FiledEntry::entry)
                .toList();
    }

    /** Exercises a warrant: on the register from that day on. */
    public void becomesHolder(String holder, String since) {
        String header = sample().lines().findFirst().orElseThrow();
        String line = holder + ",Nora Quill,INDIVIDUAL,OTT_WARRANT_HOLDER,,FAX,9 Elm Street,Ojai,California,93023,"
                + "(805) 555-0150,Warrant Holder Agreement,2001-06-22,L-50,,1000,WARRANT_EXERCISE,,," + since
                + ",,,,,,,,,,,,,,,,";
        try {
            register.importRegister(RegisterCsv.parse(new StringReader(header + "\n" + line + "\n")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The sample with these Holders only. */
    public static String sample(String... holders) {
        return sample().lines()
                .filter(line -> line.startsWith("holderId,")
                        || Stream.of(holders).anyMatch(holder -> line.startsWith(holder + ",")))
                .collect(Collectors.joining("\n"));
    }

    public static String sample() {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("sample/register.csv").getInputStream(), StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The clock stands at the instant until it is moved again. */
    public void now(String instant) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(instant).toInstant()));
    }

    /** For the tests of other applications in this JVM: the clock runs on. */
    public void end() {
        engine.getIdentityService().clearAuthentication();
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis());
    }

    public static Map<String, Object> offering() {
        return new HashMap<>(Map.of(
                "offeringName",
                "Spring offering",
                "offeringKind",
                "PUBLIC_OFFERING",
                "underwritten",
                true,
                "managingUnderwriter",
                "Example Securities",
                "companyShares",
                "2000000"));
    }

    public ProcessInstance start(Map<String, Object> variables) {
        return as(
                "corporate-secretary",
                () -> engine.getRuntimeService().startProcessInstanceByKey("piggyback-registration", ID, variables));
    }

    /** Runs what is due by the clock, until nothing is. */
    public void runJobs() {
        List<Job> due = due();
        for (int round = 0; !due.isEmpty(); round++, due = due()) {
            assertThat(round).as("rounds of jobs").isLessThan(200);
            // one job may have ended what another waited for
            due.stream()
                    .filter(this::isThere)
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return engine.getManagementService()
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private boolean isThere(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).count() > 0;
    }

    /** Moves to the instant at which a Holder's timer is set, once it is asserted to be the expected one. */
    void windowOver(String holder, String expectedInstant) {
        Job timer = timer(holder);
        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(OffsetDateTime.parse(expectedInstant).toInstant());
        now(expectedInstant);
        runJobs();
    }

    /** The end of the Holder's window. */
    Job timer(String holder) {
        return timer(holder, "BoundaryEvent_WindowOver");
    }

    Job timer(String holder, String event) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(election(holder).processInstanceId())
                .activityId(event)
                .timers()
                .singleResult();
    }

    /** What runs, by process. */
    List<String> running() {
        return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .toList();
    }

    ElectionKey key(String holder) {
        return new ElectionKey(ID, holder);
    }

    HolderElection election(String holder) {
        return electionRows.find(key(holder)).orElseThrow();
    }

    /** The business key of the last communication of the Holder that its window does not settle. */
    String late(String holder) {
        List<LateCommunication> all = lateRows.of(key(holder));
        return all.get(all.size() - 1).businessKey();
    }

    List<HolderElection> elections() {
        return electionRows.ofOffering(ID);
    }

    public Offering row() {
        return offerings.get(ID);
    }

    List<AllocationRepository.Line> lines() {
        return allocations.lines(allocations.latest(ID));
    }

    AllocationRepository.Round round() {
        return allocations.latest(ID);
    }

    void deliver(String holder, Delivery delivery) {
        elections.recordDelivery(key(holder), delivery, null);
        electionStart.tell(key(holder), Messages.OFFERING_NOTICE_RECEIVED);
        runJobs();
    }

    Elections.AnswerReceipt answer(String holder, Delivery delivery, Answer answer) {
        Elections.AnswerReceipt receipt = elections.recordAnswer(key(holder), delivery, answer, null);
        electionStart.tell(key(holder), Messages.ELECTION_RECEIVED);
        runJobs();
        return receipt;
    }

    /** Somebody proposes to correct evidence; the business key of what follows. */
    String propose(String user, Map<String, Object> variables) {
        return as(
                user,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("evidence-correction", variables)
                        .getBusinessKey());
    }

    public void withdraw() {
        decisions.withdrawn(ID, ClockUtil.getCurrentTime().toInstant());
        decisions.tell(ID);
        runJobs();
    }

    public void tell(String message) {
        waiting.tellOffering(ID, message);
        runJobs();
    }

    public static Delivery byHand(String at) {
        return Delivery.personal(instant(at));
    }

    public static Delivery byFax(String confirmedAt) {
        return Delivery.fax(instant(confirmedAt).minus(Duration.ofMinutes(1)), instant(confirmedAt));
    }

    public static Delivery byMail(String mailedAt) {
        return Delivery.mail(instant(mailedAt), Delivery.Service.CERTIFIED, null);
    }

    public static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static Answer all() {
        return new Answer(Answer.Kind.ALL, null, false);
    }

    static Answer none() {
        return new Answer(Answer.Kind.NONE, null, false);
    }

    static Answer part(long shares) {
        return new Answer(Answer.Kind.PART, BigInteger.valueOf(shares), false);
    }

    static Answer allFinally() {
        return new Answer(Answer.Kind.ALL, null, true);
    }

    public Object variable(String taskId, String name) {
        return engine.getTaskService().getVariable(taskId, name);
    }

    /** The one open task of that name: the offering's, or a Holder's. */
    public Task task(String name, String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskName(name)
                .singleResult();
    }

    public void complete(String name, String user, Map<String, Object> variables) {
        complete(name, ID, user, variables);
    }

    public void complete(String name, String businessKey, String user, Map<String, Object> variables) {
        Task task = task(name, businessKey);
        assertThat(task).as("task '%s' of %s", name, businessKey).isNotNull();
        as(user, () -> {
            engine.getTaskService().complete(task.getId(), variables);
            return null;
        });
        runJobs();
    }

    /** Users are named as their groups. */
    public <T> T as(String user, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(user, List.of(user));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public static Object json(String text) {
        return SpinValues.jsonValue(text.replace('\'', '"')).create();
    }

    // steps that several stories share

    /** Two Holders ask for part and all, the others for nothing; every window is over. */
    public void electTwo() {
        for (HolderElection election : elections()) {
            deliver(election.key().holderId(), byFax("2002-01-10T08:30:00-08:00"));
        }
        answer("H-1", byHand("2002-01-10T08:45:00-08:00"), part(300_000));
        answer("H-4", byHand("2002-01-10T08:45:00-08:00"), all());
        now("2002-01-23T09:00:00-08:00");
        runJobs();
    }

    public void noLimitation() {
        complete("Decide on limitation", "underwriter", Map.of("limitationImposed", false, "noOtherSellers", true));
    }

    public void approve() {
        complete("Approve allocation", "counsel", Map.of("allocationApproved", true));
    }

    void limit(String available, String others) {
        complete(
                "Decide on limitation",
                "underwriter",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        "MANAGING_UNDERWRITER",
                        "marketConditions",
                        true,
                        "availableShares",
                        available,
                        "others",
                        json(others)));
    }

    void sign(String... holders) {
        signatures.record(
                ID,
                Stream.of(holders)
                        .map(holder -> new Signature(holder, LocalDate.parse("2002-01-23"), "signature page"))
                        .toList());
        tell(Messages.SIGNATURES_RECEIVED);
    }

    public void signByCompany() {
        complete(
                "Record signature of Company",
                "corporate-secretary",
                Map.of("signedOn", "2002-01-23", "evidence", "signature page"));
    }

    /** Each included Holder furnishes what is asked of it. */
    public void furnish() {
        furnish(allocations.included(ID).stream()
                .map(line -> information(line.holderId(), line.held().longValueExact()))
                .toList());
    }

    void furnish(List<HolderInformation> furnished) {
        information.furnish(ID, furnished);
        tell(Messages.INFORMATION_RECEIVED);
        tellOvertaken();
    }

    void tellOvertaken() {
        allocation.tell(ID);
        runJobs();
    }

    static HolderInformation information(String holder, long sharesOwned) {
        return new HolderInformation(
                holder,
                "Name of " + holder,
                BigInteger.valueOf(sharesOwned),
                null,
                true,
                null,
                LocalDate.parse("2002-01-23"),
                "questionnaire");
    }

    public void file() {
        complete("Record filing", "corporate-secretary", Map.of("fileNumber", "333-00001", "filedOn", "2002-01-23"));
    }

    public void appoint() {
        complete(
                "Record appointments",
                "transfer-agent",
                Map.of("transferAgent", "Example Transfer", "registrar", "Example Transfer", "cusip", "037833100"));
    }

    /** H-1 with 300,000 and H-4 with 240,000 shares under a statement that is effective since 23 January, 8.30. */
    public ProcessInstance effectiveOffering() {
        begin(sample("H-1", "H-4"));
        Map<String, Object> data = offering();
        // so that no Holder must sign
        data.put("companyShares", "0");
        ProcessInstance instance = start(data);
        runJobs();
        electTwo();
        noLimitation();
        approve();
        signByCompany();
        furnish();
        file();
        appoint();
        effective();
        return instance;
    }

    public void effective() {
        complete("Record effectiveness", "counsel", Map.of("effectiveAt", "2002-01-23T08:30:00-08:00"));
    }

    /** Two Holders are included with what they asked for, 300,000 and 240,000 shares, and the statement is on file. */
    public void fileForTwo() {
        start(offering());
        runJobs();
        electTwo();
        noLimitation();
        approve();
        signByCompany();
        sign("H-1", "H-4");
        furnish();
        file();
    }

    /** The only closing, in which no Holder sold anything and all others what was registered. */
    public void close() {
        complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", true, "nothingSold", true));
    }

    /** A closing with another to follow; H-1 has sold 100,000 of its 300,000 shares. */
    public void closeForTheFirstTime() {
        complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", false, "sales", json("""
                [{'holderId': 'H-1', 'shares': '100000', 'soldOn': '2002-01-23'}]
                """)));
    }

    /** Nothing was spent, and counsel agrees. */
    public void settleNoExpenses() {
        complete("Enter expenses", "finance", Map.of("noExpenses", true));
        approveExpenses();
    }

    public void approveExpenses() {
        complete("Approve expenses", "counsel", Map.of("expensesApproved", true));
    }
}
