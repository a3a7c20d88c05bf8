package org.restante.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The web application manifest (W3C): what browsers need to install the webmail like a program. */
record Manifest(Brand brand, String contextPath) {

    /** Returns it as JSON. */
    String json(Assets assets) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", contextPath + "/");
        manifest.put("name", brand.name());
        manifest.put("short_name", brand.name());
        manifest.put("start_url", contextPath + "/");
        manifest.put("scope", contextPath + "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#f3f2ee");
        manifest.put("theme_color", brand.accent());
        manifest.put("icons", icons(assets));
        manifest.put(
                "protocol_handlers", List.of(Map.of("protocol", "mailto", "url", contextPath + "/compose?mailto=%s")));
        manifest.put(
                "share_target",
                Map.of(
                        "action",
                        contextPath + "/compose",
                        "method",
                        "GET",
                        "params",
                        Map.of("title", "subject", "text", "body", "url", "url")));
        return JsonMapper.shared().writeValueAsString(manifest);
    }

    private List<Map<String, String>> icons(Assets assets) {
        List<Map<String, String>> icons = new ArrayList<>();
        icons.add(icon(assets.address("shared/icon.svg"), "any", "image/svg+xml", "any"));
        if (!brand.isRecoloured()) {
            icons.add(icon(assets.address("shared/icon-192.png"), "192x192", "image/png", "any"));
            icons.add(icon(assets.address("shared/icon-512.png"), "512x512", "image/png", "maskable"));
        }
        return icons;
    }

    private Map<String, String> icon(String address, String sizes, String type, String purpose) {
        return Map.of("src", contextPath + address, "sizes", sizes, "type", type, "purpose", purpose);
    }
}
