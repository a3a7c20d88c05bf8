package org.restante.web;

import org.springframework.http.MediaType;

/** The media types of what lies under {@code frontend/}. */
final class AssetType {

    private AssetType() {}

    static MediaType of(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> MediaType.valueOf("text/javascript;charset=utf-8");
            case "css" -> MediaType.valueOf("text/css;charset=utf-8");
            case "svg" -> MediaType.valueOf("image/svg+xml");
            case "png" -> MediaType.IMAGE_PNG;
            case "webmanifest" -> MediaType.valueOf("application/manifest+json");
            case "ico" -> MediaType.valueOf("image/x-icon");
            default -> throw new IllegalArgumentException("no media type is known for " + path);
        };
    }
}
