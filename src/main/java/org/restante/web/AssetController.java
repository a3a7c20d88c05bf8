package org.restante.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves {@code frontend/}: see {@link Assets}. */
@Controller
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{*file}")
    ResponseEntity<byte[]> asset(@PathVariable String file) {
        return assets.find(file.substring(1))
                .map(asset -> ResponseEntity.ok()
                        .cacheControl(FOR_EVER)
                        .contentType(asset.type())
                        .body(asset.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
