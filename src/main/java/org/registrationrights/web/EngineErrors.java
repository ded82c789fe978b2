package org.registrationrights.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.register.CsvRefusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Answers of the engine's own resources, to programs and to Tasklist. What a delegate or a listener refused lies
 * somewhere among the causes; left to itself the engine answers 500, with words of its own around the sentence.
 */
abstract class EngineErrors<E extends Throwable> implements ExceptionMapper<E> {

    private static final Pattern MISSING_TASK =
            Pattern.compile("Cannot find task with id (?<id>[\\w-]+): task is null");
    private static final String DONE =
            "the task is done: somebody else has completed it, or what it waited for has come";

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
            return doneMeanwhile(cause.getMessage())
                    ? answer(409, "Conflict", DONE)
                    : answer(404, "NotFound", cause.getMessage());
        }
        return null;
    }

    /** The engine knows no more than that a task is not there; to whoever comes second it matters that it was. */
    private static boolean doneMeanwhile(String message) {
        Matcher task = MISSING_TASK.matcher(message);
        if (!task.matches()) {
            return false;
        }
        ProcessEngine engine = EngineUtil.lookupProcessEngine(null);
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return engine.getHistoryService()
                            .createHistoricTaskInstanceQuery()
                            .taskId(task.group("id"))
                            .finished()
                            .count()
                    > 0;
        } finally {
            engine.getIdentityService().setAuthentication(user);
        }
    }

    private static Response answer(int status, String type, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message))
                .build();
    }
}
