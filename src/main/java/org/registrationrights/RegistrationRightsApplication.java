package org.registrationrights;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RegistrationRightsApplication {

    public static void main(String[] args) {
        SpringApplication.run(RegistrationRightsApplication.class, args);
    }
}
