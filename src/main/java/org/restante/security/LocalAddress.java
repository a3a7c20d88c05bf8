package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * An address within this application, without the context path, such as a person was going to before signing in. Whatever could lead a browser
 * to another origin is refused, not mended.
 */
public final class LocalAddress {

    private static final int LONGEST = 2000;

    /** The characters of RFC 3986 sections 3.3 and 3.4: a path and a query. */
    private static final Pattern CHARACTERS =
            Pattern.compile("/[\\w.~!$&'()*+,;=:@/%-]*+(?:\\?[\\w.~!$&'()*+,;=:@/?%-]*+)?");

    /** What makes a browser or a server read an address in another way: an empty segment, dot segments, a broken escape. */
    private static final Pattern AMBIGUOUS = Pattern.compile("^[^?]*(?://|/\\.\\.?(?:[/?]|$))|%(?![0-9A-Fa-f]{2})");

    private LocalAddress() {}

    /** Returns the address, or where it is not one of ours, the start page's. */
    public static String orStart(String address) {
        return is(address) ? address : "/";
    }

    /** Returns the sign-in page's address, from where the person is led on to what the request asked for, where that was a page. */
    public static String signIn(HttpServletRequest request) {
        return wanted(request)
                .map(next -> "/login?next=" + UriUtils.encode(next, StandardCharsets.UTF_8))
                .orElse("/login");
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Optional.of(path + query)
                .filter(wanted -> request.getMethod().equals("GET") && is(wanted) && !wanted.equals("/"));
    }

    private static boolean is(String address) {
        return address != null
                && address.length() <= LONGEST
                && CHARACTERS.matcher(address).matches()
                && !AMBIGUOUS.matcher(address).find()
                && !address.startsWith("/login")
                && !address.startsWith("/logout");
    }
}
