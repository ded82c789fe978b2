package org.registrationrights.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.csv.CsvRefusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Answers of the engine's own resources, to programs and to Tasklist. What a delegate or a listener refused lies
 * somewhere among the causes; left to itself the engine answers 500, with words of its own around the sentence.
 */
abstract class EngineErrors<E extends Throwable> implements ExceptionMapper<E> {

    // one for each type that the engine maps itself: the nearest type wins, and among equals the priority

    @Priority(1)
    static class OfRest extends EngineErrors<RestException> {}

    @Priority(1)
    static class OfEngine extends EngineErrors<ProcessEngineException> {}

    @Priority(1)
    static class OfAnything extends EngineErrors<Throwable> {}

    @Override
    public Response toResponse(E thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(EngineErrors::known)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(thrown));
    }

    private static Response known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return answer(ProblemDetails.status(refusal).value(), "Refusal", refusal.getMessage());
        }
        if (cause instanceof CsvRefusal) {
            return answer(400, "Refusal", cause.getMessage());
        }
        if (cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof DuplicateKeyException) {
            return answer(409, "Conflict", ProblemDetails.OVERTAKEN);
        }
        if (cause instanceof DataIntegrityViolationException) {
            return answer(400, "Refusal", "a value does not fit what is stored");
        }
        if (cause instanceof NullValueException && cause.getCause() == null) {
            return answer(404, "NotFound", cause.getMessage());
        }
        return null;
    }

    private static Response answer(int status, String type, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message))
                .build();
    }
}
