package org.registrationrights.process.piggyback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test on the whole application, in which jobs run when the test says so and the clock stands still in between. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
public @interface ProcessTest {}
