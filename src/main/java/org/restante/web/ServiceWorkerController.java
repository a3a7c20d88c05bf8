package org.restante.web;

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

    private final String script;

    ServiceWorkerController(Assets assets, @Value("${server.servlet.context-path:}") String contextPath) {
        String kept = "const BASE = '%s/';%nconst OFFLINE = BASE + 'offline';%nconst STYLES = '%s';%n"
                .formatted(contextPath, contextPath + assets.stylesheet());
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
