package org.restante.message;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives controllers the message that {@code /mail/{folder}/{ref}} names, and those that a form's repeated field {@code ref}, or its field
 * {@code selection}, names. What
 * cannot be a message is 404 in an address and 400 in a form.
 */
class MessageRefResolver implements HandlerMethodArgumentResolver {

    private final Selections selections;

    MessageRefResolver(Selections selections) {
        this.selections = selections;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MessageRef.class
                || parameter.getParameterType() == SelectedMessages.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Map<?, ?> path = (Map<?, ?>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        MailboxName folder =
                orStatus(HttpStatus.NOT_FOUND, () -> MailboxName.fromAddress(String.valueOf(path.get("folder"))));
        if (parameter.getParameterType() == MessageRef.class) {
            return orStatus(HttpStatus.NOT_FOUND, () -> MessageRef.of(folder, String.valueOf(path.get("ref"))));
        }
        String selection = request.getParameter("selection");
        if (selection != null && !selection.isEmpty()) {
            return person(request)
                    .flatMap(person -> selections.find(selection, folder, person))
                    .map(messages -> SelectedMessages.of(messages, selection))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        String[] refs = request.getParameterValues("ref");
        return orStatus(
                HttpStatus.BAD_REQUEST,
                () -> SelectedMessages.of(
                        folder,
                        Stream.of(refs == null ? new String[0] : refs)
                                .map(ref -> MessageRef.of(folder, ref))
                                .toList()));
    }

    private static Optional<SignedIn> person(NativeWebRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    private static <T> T orStatus(HttpStatus status, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(status, null, e);
        }
    }
}
