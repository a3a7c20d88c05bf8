package org.restante.demo;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** Who writes to whom: short names for addresses, and signatures. */
final class People {

    /** The short name of the person whose mail this is. */
    static final String ME = "me";

    private final Properties people = new Properties();

    People() throws IOException {
        people.load(new StringReader(Resources.text("people.properties")));
    }

    /** Returns the addresses of a list of short names or addresses. */
    InternetAddress[] addresses(String names) throws AddressException, UnsupportedEncodingException {
        String written = Arrays.stream(names.split(",\\s*"))
                .map(name -> people.getProperty(name, name))
                .collect(Collectors.joining(", "));
        InternetAddress[] addresses = InternetAddress.parse(written, false);
        for (InternetAddress address : addresses) {
            address.setPersonal(address.getPersonal(), "UTF-8");
        }
        return addresses;
    }

    /** Returns the signature with its separator (RFC 3676 §4.3), or an empty string. */
    String signature(String name) {
        String lines = people.getProperty(name + ".signature");
        return lines == null ? "" : "\n-- \n" + lines + "\n";
    }
}
