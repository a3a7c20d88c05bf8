package org.restante.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** An {@link ApplicationTest} that also has {@link DovecotUnderTest}; skipped where Dovecot is not installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ApplicationTest
@ContextConfiguration(initializers = {MailServersUnderTest.class, DovecotUnderTest.class})
public @interface DovecotApplicationTest {}
