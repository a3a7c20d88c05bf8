package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.restante.account.PurposeKeys;
import org.restante.account.Randoms;
import org.restante.account.ServerSecret;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.stereotype.Component;

/**
 * Shows forms a signature over what they are bound to, and checks it when they come back. Salted, so that it differs on each page and compression
 * gives nothing of it away (BREACH); checked without anything stored, so that any replica can.
 */
@Component
class CsrfSignatures implements CsrfTokenRequestHandler {

    private static final int SALT_BYTES = 16;

    private final PurposeKeys keys;

    CsrfSignatures(ServerSecret secret) {
        keys = secret.keys("csrf");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> binding) {
        CsrfToken token = new Signed(binding);
        request.setAttribute(CsrfToken.class.getName(), token);
        request.setAttribute(token.getParameterName(), token);
    }

    @Override
    public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken binding) {
        String given = Optional.ofNullable(request.getHeader(CsrfBinding.HEADER))
                .or(() -> Optional.ofNullable(request.getParameter(CsrfBinding.FIELD)))
                .orElse("");
        return verifies(given, binding.getToken()) ? binding.getToken() : null;
    }

    private boolean verifies(String given, String binding) {
        int salt = 2 * SALT_BYTES;
        return given.length() > salt && keys.signed(given.substring(0, salt) + " " + binding, given.substring(salt));
    }

    /** Made when a form asks for it, so that pages without one set no cookie. */
    private final class Signed implements CsrfToken {

        private final Supplier<CsrfToken> binding;

        Signed(Supplier<CsrfToken> binding) {
            this.binding = binding;
        }

        @Override
        public String getHeaderName() {
            return CsrfBinding.HEADER;
        }

        @Override
        public String getParameterName() {
            return CsrfBinding.FIELD;
        }

        @Override
        public String getToken() {
            String salt = Randoms.hex(SALT_BYTES);
            return salt + keys.sign(salt + " " + binding.get().getToken());
        }
    }
}
