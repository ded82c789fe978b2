package org.registrationrights.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.csv.CsvRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemDetailsTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Desk())
            .setControllerAdvice(new ProblemDetails())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()))
            .build();

    record Sale(String holderId, List<Lot> lots) {}

    record Lot(BigInteger shares, LocalDate soldOn) {
        Lot {
            if (shares != null && shares.signum() < 0) {
                throw Refusal.invalid("shares", shares + " is negative");
            }
        }
    }

    @RestController
    static class Desk {

        @PostMapping("/sales")
        Sale sell(@RequestBody Sale sale) {
            return sale;
        }

        @GetMapping("/days/{day}")
        LocalDate day(@PathVariable LocalDate day, @RequestParam int count) {
            return day.plusDays(count);
        }

        @PostMapping("/throws/{what}")
        void fail(@PathVariable String what) {
            throw switch (what) {
                case "invalid" -> Refusal.invalid("requested", "-1 is negative", Clause.S2_3_C);
                case "unknown" -> Refusal.unknown("holderId", "nobody has it");
                case "conflict" -> Refusal.conflict("receiptId", "was used for something else");
                case "csv" ->
                    new CsvRefusal(List.of(
                            new CsvRefusal.Fault(3, "shares", "is missing"),
                            new CsvRefusal.Fault(4, null, "is too short")));
                case "overtaken" -> new OptimisticLockingException("updated");
                case "duplicate" -> new DuplicateKeyException("offering_pkey");
                case "forbidden" -> new AuthorizationException("counsel may not");
                default -> new IllegalStateException(what);
            };
        }
    }

    @Test
    void aRefusalNamesFieldAndClause() throws Exception {
        mvc.perform(post("/throws/invalid"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value("requested"))
                .andExpect(jsonPath("$.clause").value(Clause.S2_3_C.id()))
                .andExpect(jsonPath("$.detail").value(endsWith("is negative (Section 2.3)")));
        mvc.perform(post("/throws/unknown"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field").value("holderId"))
                .andExpect(jsonPath("$.clause").doesNotExist());
        mvc.perform(post("/throws/conflict"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.field").value("receiptId"));
    }

    @Test
    void aFileIsToldEverythingThatIsWrongWithIt() throws Exception {
        mvc.perform(post("/throws/csv"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].line").value(3))
                .andExpect(jsonPath("$.errors[0].column").value("shares"))
                .andExpect(jsonPath("$.errors[0].message").value("is missing"));
    }

    @Test
    void whoComesSecondIsToldSo() throws Exception {
        mvc.perform(post("/throws/overtaken")).andExpect(status().isConflict());
        mvc.perform(post("/throws/duplicate"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(ProblemDetails.OVERTAKEN));
        mvc.perform(post("/throws/forbidden")).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                           | body           | is missing",
                "{                                          | body           | JSON",
                "[]                                         | body           | kind",
                "{\"holder\": 1}                            | holder         | not a field",
                "{\"lots\": [{}, {\"shares\": \"many\"}]}   | lots[1].shares | kind",
                "{\"lots\": [{\"soldOn\": \"2002-02-30\"}]} | lots[0].soldOn | kind",
                "{\"lots\": [{\"shares\": -1}]}             | lots[0].shares | negative"
            })
    void aBodyThatCannotBeReadNamesTheField(String body, String field, String said) throws Exception {
        MockHttpServletRequestBuilder request = post("/sales").contentType(MediaType.APPLICATION_JSON);
        mvc.perform(body == null ? request : request.content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString(said)));
    }

    @Test
    void aParameterIsNamed() throws Exception {
        mvc.perform(get("/days/tomorrow?count=1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("day"));
        mvc.perform(get("/days/2002-01-10?count=x"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("count"));
        mvc.perform(get("/days/2002-01-10"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("count"));
    }

    @Test
    void anotherMediaTypeIsNotTaken() throws Exception {
        mvc.perform(post("/sales").contentType(MediaType.TEXT_PLAIN).content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }
}
