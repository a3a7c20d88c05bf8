package org.restante;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All addresses that the application answers, with real values in them. */
final class RouteTable {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");

    private final RequestMappingHandlerMapping mapping;
    private final Map<String, String> values;

    /**
     * @param values what to put in the place of each variable; one that is missing fails the test, so that a new address is tested too
     */
    RouteTable(RequestMappingHandlerMapping mapping, Map<String, String> values) {
        this.mapping = mapping;
        this.values = values;
    }

    /** Returns the addresses that take this method. */
    List<String> addresses(RequestMethod method) {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> takes(info, method))
                .flatMap(info -> info.getPatternValues().stream())
                .map(this::filled)
                .sorted()
                .toList();
    }

    private static boolean takes(RequestMappingInfo info, RequestMethod method) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(method);
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll(variable -> value(pattern, variable));
    }

    private String value(String pattern, MatchResult variable) {
        String value = values.get(variable.group(1));
        if (value == null) {
            throw new AssertionError("a value is missing for {%s} in %s".formatted(variable.group(1), pattern));
        }
        return java.util.regex.Matcher.quoteReplacement(value);
    }
}
