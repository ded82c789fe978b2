package org.registrationrights.process.document;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.notice.CourtesyCopyRepository;
import org.registrationrights.notice.CourtesyCopyRepository.CourtesyCopy;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a copy of a letter by e-mail where a server is configured and the Holder has an address for it. E-mail is none of
 * the ways of 11.1: the copy says so, starts nothing and holds nothing up. It goes out after the commit, on a thread of
 * its own; a failure is written down and that is all.
 */
@Component
public class CourtesyCopies {

    private static final Logger LOG = LoggerFactory.getLogger(CourtesyCopies.class);

    private final CourtesyCopyRepository copies;
    private final DispatchRepository dispatches;
    private final DocumentRepository documents;
    private final LetterPress press;
    private final Agreement agreement;
    private final JavaMailSender server;
    private final String sender;
    private final Clock clock;
    private final ExecutorService postman = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "courtesy-copies");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param server there where {@code spring.mail.host} is set
     * @param sender the address that the copies come from
     */
    CourtesyCopies(
            CourtesyCopyRepository copies,
            DispatchRepository dispatches,
            DocumentRepository documents,
            LetterPress press,
            Agreement agreement,
            ObjectProvider<JavaMailSender> server,
            @Value("${agreement.courtesy-copies-from:}") String sender,
            Clock clock) {
        this.copies = copies;
        this.dispatches = dispatches;
        this.documents = documents;
        this.press = press;
        this.agreement = agreement;
        this.server = server.getIfAvailable();
        this.sender = sender;
        this.clock = clock;
    }

    /** Within the transaction that draws up the letter. */
    void due(Dispatch dispatch, String email) {
        if (server == null) {
            return;
        }
        copies.due(dispatch.id(), email);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                postman.execute(CourtesyCopies.this::sendAll);
            }
        });
    }

    /** What was due when the application was stopped. */
    @EventListener(ApplicationReadyEvent.class)
    void sendWhatIsLeft() {
        if (server != null) {
            postman.execute(this::sendAll);
        }
    }

    @PreDestroy
    void stop() {
        postman.shutdownNow();
    }

    private void sendAll() {
        try {
            for (Optional<CourtesyCopy> next = copies.takeNext(); next.isPresent(); next = copies.takeNext()) {
                send(next.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Courtesy copies are left unsent: {}", e.getMessage());
        }
    }

    private void send(CourtesyCopy copy) {
        try {
            Dispatch dispatch = dispatches.find(copy.dispatchId()).orElseThrow();
            press.documents(List.of(dispatch));
            server.send(message(dispatch, copy.email()));
            copies.sent(copy.dispatchId(), clock.instant());
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("The courtesy copy of {} was not sent: {}", copy.dispatchId(), e.getMessage());
            copies.failed(copy.dispatchId(), String.valueOf(e.getMessage()), clock.instant());
        }
    }

    private MimeMessage message(Dispatch dispatch, String email) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(sender);
        helper.setTo(email);
        helper.setSubject("Courtesy copy, no notice under Section 11.1: "
                + dispatch.kind().title() + ", " + dispatch.id());
        helper.setText("""
                THIS E-MAIL IS NO NOTICE under Section 11.1 of the Registration Rights Agreement. It starts no time and
                ends none. The letter itself goes out in a way that Section 11.1 names, and that letter counts.

                Attached is a copy of what %s writes to %s: %s, our reference %s.

                Please do not answer by e-mail. An e-mail is not given under Section 11.1 either.
                """.formatted(
                agreement.company().name(), dispatch.name(), dispatch.kind().title(), dispatch.id()));
        helper.addAttachment(
                dispatch.id().replace(':', '_') + ".pdf", new ByteArrayResource(documents.bytes(dispatch.id())));
        return message;
    }
}
