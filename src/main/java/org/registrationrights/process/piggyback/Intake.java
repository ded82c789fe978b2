package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.ReceiptRepository;
import org.registrationrights.casefile.ReceiptRepository.Receipt;
import org.registrationrights.config.EngineAuthority;
import org.registrationrights.document.Sha256;
import org.registrationrights.process.Input;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a fact from outside: it is stored first, and the process is told after the commit, so that no fact is lost with
 * an instance that does not wait for it. A repeat gets the first answer and tells the process again, which heals a crash
 * between the two.
 */
@Component
public class Intake {

    private final ReceiptRepository receipts;
    private final TransactionTemplate transaction;
    private final EngineAuthority authority;
    private final ObjectMapper json;
    private final Clock clock;

    Intake(
            ReceiptRepository receipts,
            TransactionTemplate transaction,
            EngineAuthority authority,
            ObjectMapper json,
            Clock clock) {
        this.receipts = receipts;
        this.transaction = transaction;
        this.authority = authority;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param receiptId the sender's own id of the fact
     * @param resource where it was sent
     * @param content what was sent, to tell a repeat from another fact
     * @param store stores it and answers
     * @param tell tells the waiting instance
     * @throws Refusal for a receipt id that came before with something else
     */
    public <T> T take(
            String receiptId, String resource, Object content, Class<T> answerType, Supplier<T> store, Runnable tell) {
        if (receiptId == null || receiptId.isBlank() || receiptId.length() > 100) {
            throw Refusal.invalid("receiptId", "is required: your own id of this fact, of at most 100 characters");
        }
        Input.printable("receiptId", receiptId);
        String sha256 = Sha256.of(text(content));
        T answer = stored(receiptId, resource, sha256, answerType, store);
        authority.withoutAuthorization(() -> {
            tell.run();
            return null;
        });
        return answer;
    }

    /** The same for a fact about which there is nothing to answer but that it is stored. */
    public void record(String receiptId, String resource, Object content, Runnable store, Runnable tell) {
        take(
                receiptId,
                resource,
                content,
                String.class,
                () -> {
                    store.run();
                    return resource;
                },
                tell);
    }

    private <T> T stored(String receiptId, String resource, String sha256, Class<T> answerType, Supplier<T> store) {
        Optional<T> before = repeated(receiptId, resource, sha256, answerType);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return transaction.execute(status -> {
                T answer = store.get();
                receipts.insert(new Receipt(receiptId, resource, sha256, text(answer)), clock.instant());
                return answer;
            });
        } catch (DuplicateKeyException | Refusal overtaken) {
            // the same fact may have come twice at the same moment
            return repeated(receiptId, resource, sha256, answerType).orElseThrow(() -> overtaken);
        }
    }

    private <T> Optional<T> repeated(String receiptId, String resource, String sha256, Class<T> answerType) {
        return receipts.find(receiptId).map(receipt -> {
            if (!receipt.isOf(resource, sha256)) {
                throw Refusal.conflict("receiptId", "'" + receiptId + "' came before with another content");
            }
            try {
                return json.readValue(receipt.answer(), answerType);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
