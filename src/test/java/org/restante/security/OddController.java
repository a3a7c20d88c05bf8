package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.restante.mailstore.MailStore;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Does what pages should not, to see what comes of it. */
@TestComponent
@Controller
@RequestMapping("/odd")
public class OddController {

    @GetMapping("/fault")
    @ResponseBody
    String fault() {
        throw new IllegalStateException("a fault of our own");
    }

    @GetMapping("/refused")
    @ResponseBody
    String refused() {
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    @GetMapping("/broken-view")
    String brokenView() {
        return "odd/no-such-view";
    }

    @GetMapping("/session")
    @ResponseBody
    String session(HttpServletRequest request) {
        return request.getSession().getId();
    }

    @GetMapping("/own-headers")
    ResponseEntity<String> ownHeaders() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "sandbox")
                .header("X-Frame-Options", "SAMEORIGIN")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body("framed");
    }

    @GetMapping("/mail")
    @ResponseBody
    String mail(MailStore store) {
        return "mailboxes: " + store.mailboxes().size();
    }

    @PostMapping("/mail")
    @ResponseBody
    String change(MailStore store) {
        return "changed: " + store.mailboxes().size();
    }
}
