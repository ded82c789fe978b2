package org.registrationrights.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import org.registrationrights.agreement.Refusal;

/** Says in our words which field of a JSON text was at fault. */
public final class JsonFault {

    private JsonFault() {}

    /** @param root what the text as a whole is called */
    public static Refusal refusal(String root, JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return Refusal.invalid(root, "is not JSON");
        }
        StringBuilder path = new StringBuilder(root);
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        if (mapping.getCause() instanceof Refusal refusal) {
            return path.isEmpty() ? refusal : refusal.within(path.toString());
        }
        return Refusal.invalid(path.isEmpty() ? "body" : path.toString(), sentence(fault));
    }

    private static String sentence(JsonProcessingException fault) {
        if (fault instanceof PropertyBindingException) {
            return "is not a field known here";
        }
        return fault.getOriginalMessage().startsWith("Missing required")
                ? "is required"
                : "has a value of the wrong kind";
    }
}
