package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.restante.account.Devices;
import org.restante.account.SignedIn;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/devices")
class DevicesController {

    private static final String PAGE = "/devices";

    private final Devices devices;
    private final SignOut signOut;

    DevicesController(Devices devices, SignOut signOut) {
        this.devices = devices;
        this.signOut = signOut;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn person, Dates dates, Texts texts) {
        List<DeviceRow> rows = devices.of(person).stream()
                .map(device -> DeviceRow.of(device, dates, texts))
                .toList();
        return new ModelAndView("login/devices", "devices", rows);
    }

    @PostMapping("/{handle}/end")
    ModelAndView end(@PathVariable String handle, @AuthenticationPrincipal SignedIn person) {
        if (!devices.end(person, handle)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Redirects.to(PAGE);
    }

    @PostMapping("/end-others")
    ModelAndView endOthers(@AuthenticationPrincipal SignedIn person) {
        devices.endOthers(person);
        return Redirects.to(PAGE);
    }

    @PostMapping("/end-all")
    ModelAndView endAll(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        devices.endAll(person);
        signOut.of(person, request, response);
        return Redirects.to("/login?why=" + SignInReason.OUT.key());
    }
}
