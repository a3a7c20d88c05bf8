package org.restante.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The service worker, which must lie above all pages, and the page that it shows where there is no network. */
@Controller
class ServiceWorkerController {

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=utf-8");

    /** What the page needs that it shows where there is no network. */
    private static final List<String> SHELL = List.of("styles.css", "main.js", "shell/offline.js", "shared/icons.svg");

    private final String script;

    ServiceWorkerController(Assets assets, @Value("${server.servlet.context-path:}") String contextPath) {
        String shell = SHELL.stream()
                .map(file -> contextPath + assets.address(file))
                .collect(Collectors.joining("', '", "['", "']"));
        String kept = "const BASE = '%s/';%nconst OFFLINE = BASE + 'offline';%nconst SHELL = %s;%n"
                .formatted(contextPath, shell);
        script = kept + assets.text("shell/service-worker.js");
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(SCRIPT)
                .body(script);
    }

    @GetMapping("/offline")
    String offline() {
        return "web/offline";
    }
}
