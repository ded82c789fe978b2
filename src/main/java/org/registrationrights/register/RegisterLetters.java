package org.registrationrights.register;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** What the Company writes to its transfer agent. */
@Component
public class RegisterLetters {

    private final Stationery stationery;

    RegisterLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    @Implements(Clause.S1_7_W)
    public Draft instruction(Heading heading, TransferInstruction instruction) {
        return stationery.letter(DocumentKind.TRANSFER_INSTRUCTION, heading, instruction);
    }
}
