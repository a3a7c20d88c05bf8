package org.restante.mailstore.pop3;

import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MaildropVisits;
import org.restante.mailstore.OpenMaildrop;
import org.springframework.stereotype.Component;

/** Opens maildrops whose messages have names. */
@Component
class NamedMaildrops implements MaildropVisits {

    private static final int LONGEST_NAME = 300;

    @Override
    public OpenMaildrop open(Credential credential) {
        try {
            Maildrop maildrop = Maildrop.open(credential);
            try {
                return new Named(maildrop, numbers(maildrop.list()));
            } catch (RuntimeException e) {
                maildrop.close();
                throw e;
            }
        } catch (MaildropBusyException e) {
            throw new Refused(
                    switch (e.kind()) {
                        case IN_USE -> Refused.Kind.IN_USE;
                        case LOGIN_DELAY -> Refused.Kind.TOO_SOON;
                        case TROUBLE -> Refused.Kind.UNAVAILABLE;
                    },
                    e.getMessage());
        }
    }

    /** Names that are given twice are left out. */
    private static Map<String, Integer> numbers(List<Listed> listed) {
        if (!listed.isEmpty()
                && listed.stream().noneMatch(message -> message.uidl().isPresent())) {
            throw new MailFailure.Capability("the server gives messages no names");
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (Listed message : listed) {
            message.uidl()
                    .map(Uidl::value)
                    .filter(name -> name.length() <= LONGEST_NAME)
                    .filter(name -> numbers.putIfAbsent(name, message.number()) != null)
                    .ifPresent(twice::add);
        }
        numbers.keySet().removeAll(twice);
        return numbers;
    }

    private record Named(Maildrop maildrop, Map<String, Integer> numbers) implements OpenMaildrop {

        @Override
        public List<String> names() {
            return List.copyOf(numbers.keySet());
        }

        @Override
        public InputStream retrieve(String name) {
            return maildrop.retrieve(numbers.get(name));
        }

        @Override
        public void delete(String name) {
            maildrop.delete(numbers.get(name));
        }

        @Override
        public void keepAll() {
            try {
                maildrop.reset();
            } catch (MailFailure e) {
                maildrop.close();
            }
        }

        @Override
        public void quit() {
            maildrop.quit();
        }

        @Override
        public void close() {
            maildrop.close();
        }
    }
}
