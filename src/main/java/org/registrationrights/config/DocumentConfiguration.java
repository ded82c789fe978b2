package org.registrationrights.config;

import org.registrationrights.agreement.Agreement;
import org.registrationrights.document.Stationery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    Stationery stationery(Agreement agreement, AgreementProperties properties) {
        return new Stationery(agreement, properties.joinderForm());
    }
}
