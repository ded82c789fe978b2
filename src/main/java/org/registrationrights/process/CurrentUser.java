package org.registrationrights.process;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is at work: the user that a web application or a request has signed in, or {@code system} for the engine's jobs. */
@Component
public class CurrentUser {

    private static final String SYSTEM = "system";

    private final IdentityService identities;

    CurrentUser(IdentityService identities) {
        this.identities = identities;
    }

    public String id() {
        if (identities.getCurrentAuthentication() != null) {
            return identities.getCurrentAuthentication().getUserId();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? SYSTEM
                : authentication.getName();
    }

    /** Whether the user belongs to the group; an administrator belongs to none but its own. */
    public boolean isIn(String group) {
        return identities.createGroupQuery().groupId(group).groupMember(id()).count() > 0;
    }
}
