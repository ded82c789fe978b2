package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.DeadlineBoard;
import org.registrationrights.register.RegisterRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@ForCaseReaders
@Tag(name = "Deadlines", description = "Every deadline that runs, with its clause, its computation and what ends it")
class DeadlinesController {

    private final DeadlineBoard board;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final Clock clock;

    DeadlinesController(DeadlineBoard board, OfferingRepository offerings, RegisterRepository register, Clock clock) {
        this.board = board;
        this.offerings = offerings;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/deadlines")
    @Operation(summary = "The deadlines that run, the next to end first; of one offering or Holder where it is named")
    List<DeadlineView> running(
            @RequestParam(required = false) String offeringId, @RequestParam(required = false) String holderId) {
        known(offeringId, holderId);
        Instant now = clock.instant();
        return board.running(offeringId, holderId, now).stream()
                .map(deadline -> DeadlineView.of(deadline, now))
                .toList();
    }

    @GetMapping("/deadlines.ics")
    @Operation(summary = "The same as a calendar (RFC 5545) to subscribe to: a whole day for each last day")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/calendar"))
    void calendar(
            @RequestParam(required = false) String offeringId,
            @RequestParam(required = false) String holderId,
            HttpServletResponse response)
            throws IOException {
        known(offeringId, holderId);
        Instant now = clock.instant();
        List<Deadline> running = board.running(offeringId, holderId, now);
        response.setContentType("text/calendar;charset=UTF-8");
        DeadlineCalendar.write(running, now, response.getWriter());
    }

    private void known(String offeringId, String holderId) {
        if (offeringId != null) {
            offerings.get(offeringId);
        }
        if (holderId != null) {
            register.holder(holderId);
        }
    }
}
