package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.register.AddressChanges;
import org.registrationrights.register.AddressChange;
import org.registrationrights.register.Holder;
import org.registrationrights.register.HolderAddress;
import org.registrationrights.register.LotStatus;
import org.registrationrights.register.ParsedRegister;
import org.registrationrights.register.RegisterCsv;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.RegistrableShares;
import org.registrationrights.register.ShareLot;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/holders")
@Tag(name = "Register", description = "Holders and their lots (Sections 1.2, 1.7)")
class HoldersController {

    /** @param registrable the Holder's Registrable Shares on that day */
    record HolderRow(String id, String name, Holder.Role role, BigInteger registrable, boolean isHolder) {}

    record LotRow(ShareLot lot, LotStatus status) {}

    record HolderView(
            Holder holder,
            HolderAddress addressOfRecord,
            LocalDate asOf,
            boolean isHolder,
            BigInteger registrable,
            List<LotRow> lots) {}

    /**
     * @param documentReference the Holder's notice
     * @param givenOn the day on which that notice was given
     * @param validFrom the day from which letters go there; {@code givenOn} where it is absent
     * @param copyToCounsel whether the Company's counsel was sent a copy of the notice
     */
    record AddressNotice(
            String receiptId,
            String street,
            String city,
            String state,
            String zip,
            String fax,
            String email,
            String documentReference,
            LocalDate givenOn,
            LocalDate validFrom,
            Boolean copyToCounsel) {

        HolderAddress of(String holderId) {
            return new HolderAddress(
                    holderId,
                    street,
                    city,
                    state,
                    zip,
                    fax,
                    email,
                    documentReference,
                    validFrom == null ? givenOn : validFrom);
        }
    }

    /** @param lettersToTheAddressBefore by dispatch id: what was written since the new address counts */
    record AddressRecorded(String holderId, LocalDate validFrom, List<String> lettersToTheAddressBefore) {}

    record Imported(int holders, int lots) {}

    private final RegisterRepository register;
    private final AddressChanges changes;
    private final Intake intake;
    private final Agreement agreement;
    private final Clock clock;

    HoldersController(
            RegisterRepository register, AddressChanges changes, Intake intake, Agreement agreement, Clock clock) {
        this.register = register;
        this.changes = changes;
        this.intake = intake;
        this.agreement = agreement;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Everybody in the register, with the Registrable Shares of a day (default: today)")
    List<HolderRow> list(@RequestParam(required = false) LocalDate asOf) {
        LocalDate day = day(asOf);
        Policies policies = agreement.policiesAsOf(day);
        var registrable = register.countOn(day, policies).byHolder();
        return register.holders().stream()
                .map(holder -> {
                    BigInteger shares = registrable.getOrDefault(holder.id(), BigInteger.ZERO);
                    return new HolderRow(
                            holder.id(), holder.name(), holder.role(), shares, holder.isHolder(shares, day));
                })
                .toList();
    }

    @GetMapping("/{holderId}")
    @Operation(summary = "One Holder with address of record and the status of each lot as of a day (default: today)")
    HolderView one(@PathVariable String holderId, @RequestParam(required = false) LocalDate asOf) {
        LocalDate day = day(asOf);
        Policies policies = agreement.policiesAsOf(day);
        Holder holder = register.holder(holderId);
        List<ShareLot> lots =
                register.lots(holderId).stream().filter(lot -> lot.heldOn(day)).toList();
        RegistrableShares.Count count =
                RegistrableShares.on(day, lots, policies).count();
        return new HolderView(
                holder,
                register.addressOn(holderId, day),
                day,
                holder.isHolder(count.total(), day),
                count.total(),
                lots.stream()
                        .map(lot -> new LotRow(lot, count.status().get(lot.lot())))
                        .toList());
    }

    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'transfer-agent', 'camunda-admin')")
    @Operation(summary = "Adds Holders with their lots from a CSV file: all rows or none")
    Imported importCsv(@RequestBody String csv) throws IOException {
        ParsedRegister parsed = RegisterCsv.parse(new StringReader(csv));
        register.importRegister(parsed);
        return new Imported(parsed.holders().size(), parsed.lots().size());
    }

    @GetMapping("/{holderId}/addresses")
    @Operation(summary = "Every address of record, with the day from which it counts and the notice that named it")
    List<AddressChange> addresses(@PathVariable String holderId) {
        return register.addresses(holderId);
    }

    @PostMapping("/{holderId}/addresses")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "The Holder designates another address by notice (Section 11.1)")
    AddressRecorded changeAddress(@PathVariable String holderId, @RequestBody AddressNotice notice) {
        register.holder(holderId);
        LocalDate givenOn = Refusal.required("givenOn", notice.givenOn(), Clause.S11_1_C);
        HolderAddress address = notice.of(holderId);
        return intake.take(
                notice.receiptId(),
                "holders/" + holderId + "/addresses",
                notice,
                AddressRecorded.class,
                () -> new AddressRecorded(
                        holderId,
                        address.validFrom(),
                        changes.change(address, givenOn, notice.copyToCounsel()).stream()
                                .map(Dispatch::id)
                                .toList()),
                () -> {});
    }

    private LocalDate day(LocalDate asOf) {
        return asOf == null ? agreement.day(clock.instant()) : asOf;
    }
}
