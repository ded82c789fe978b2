package org.registrationrights.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.csv.CsvRefusal;
import org.registrationrights.process.JsonFault;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers of our own resources to what they cannot take: problem details (RFC 9457) that name the field. */
@RestControllerAdvice
public class ProblemDetails extends ResponseEntityExceptionHandler {

    static final String OVERTAKEN = "somebody else changed the same at the same moment; read it again and repeat";

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return of(refusal);
    }

    /** The field as a pointer into the body (RFC 6901): {@code a[0].b} becomes {@code #/a/0/b}. */
    public static String pointer(Refusal refusal) {
        return refusal.field().equals("body")
                ? "#"
                : "#/"
                        + refusal.field()
                                .replace("~", "~0")
                                .replace("/", "~1")
                                .replaceAll("\\[(\\d+)]", ".$1")
                                .replace('.', '/');
    }

    public static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(refusal), refusal.getMessage());
        problem.setProperty("field", refusal.field());
        if (refusal.clause() != null) {
            problem.setProperty("clause", refusal.clause().id());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(CsvRefusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        problem.setProperty("errors", refusal.faults());
        return problem;
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class, DuplicateKeyException.class
    })
    ProblemDetail overtaken() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, OVERTAKEN);
    }

    @ExceptionHandler
    ProblemDetail unfit(DataIntegrityViolationException misfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "a value does not fit what is stored");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException lacking) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, lacking.getMessage());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Refusal refusal = unreadable.getCause() instanceof JsonProcessingException fault
                ? JsonFault.refusal(fault instanceof JsonMappingException ? "" : "body", fault)
                : Refusal.invalid("body", "is missing");
        ProblemDetail problem = of(refusal);
        problem.setProperty("pointer", pointer(refusal));
        return handleExceptionInternal(unreadable, problem, headers, status(refusal), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Class<?> required = mismatch.getRequiredType();
        Refusal refusal = Refusal.invalid(
                mismatch.getPropertyName(),
                "'" + mismatch.getValue() + "' is not a " + (required == null ? "value" : required.getSimpleName()));
        return refused(refusal, mismatch, headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refused(Refusal.invalid(missing.getParameterName(), "is missing"), missing, headers, request);
    }

    private ResponseEntity<Object> refused(Refusal refusal, Exception thrown, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(thrown, refused(refusal), headers, status(refusal), request);
    }
}
