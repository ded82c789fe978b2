package org.registrationrights.process.piggyback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.notice.Delivery;
import org.registrationrights.process.Input;

/** The fields by which a form tells how something was delivered. */
public final class DeliveryForm {

    public static final List<String> FIELDS = List.of(
            "method",
            "receivedAt",
            "sentAt",
            "confirmedAt",
            "mailedAt",
            "service",
            "firstClass",
            "prepaid",
            "addressOfRecord",
            "actualReceiptAt");

    private DeliveryForm() {}

    public static Delivery read(Input input) {
        return new Delivery(
                input.requiredText("method", 40),
                input.instant("receivedAt"),
                input.instant("sentAt"),
                input.instant("confirmedAt"),
                input.instant("mailedAt"),
                input.choice("service", Delivery.Service.class),
                input.bool("firstClass"),
                input.bool("prepaid"),
                input.bool("addressOfRecord"),
                input.instant("actualReceiptAt"));
    }

    /** The same fields as variables; none for no delivery. */
    public static Map<String, Object> variables(Delivery delivery) {
        Map<String, Object> fields = new HashMap<>();
        if (delivery != null) {
            delivery.instants().forEach((field, at) -> fields.put(field, at.toString()));
            fields.put("method", delivery.method());
            fields.put(
                    "service",
                    delivery.service() == null ? null : delivery.service().name());
            fields.put("firstClass", delivery.firstClass());
            fields.put("prepaid", delivery.prepaid());
            fields.put("addressOfRecord", delivery.addressOfRecord());
        }
        return fields;
    }
}
