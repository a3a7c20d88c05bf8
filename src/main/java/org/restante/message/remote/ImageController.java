package org.restante.message.remote;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.security.EgressClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Fetches pictures of other sites in the reader's place, so that these learn nothing of the reader. */
@Controller
class ImageController {

    private static final Logger log = LoggerFactory.getLogger(ImageController.class);
    private static final String TYPES = "image/webp,image/png,image/jpeg,image/gif";
    private static final int MOST_OCTETS = 10 << 20;

    private final ImageAddresses addresses;
    private final ImageCache cache;
    private final EgressClient client;

    ImageController(ImageAddresses addresses, ImageCache cache, EgressClient client) {
        this.addresses = addresses;
        this.cache = cache;
        this.client = client;
    }

    @GetMapping("/images/{signed}")
    void image(@PathVariable String signed, @AuthenticationPrincipal SignedIn person, HttpServletResponse response)
            throws IOException {
        String url = addresses
                .url(signed, person.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] octets = octets(new ImageCache.Key(person.account(), url));
        Optional<RasterImage> image = RasterImage.sniff(octets).filter(RasterImage::isModest);
        if (image.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
        }
        response.setContentType(image.get().type());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'self'");
        response.setHeader("Cache-Control", "private, max-age=3600, immutable");
        response.getOutputStream().write(octets);
    }

    private byte[] octets(ImageCache.Key key) {
        return cache.find(key).orElseGet(() -> {
            byte[] fetched = fetch(key.url());
            cache.keep(key, fetched);
            return fetched;
        });
    }

    /** Why it failed is nobody's business but the operator's: the page would tell a stranger about the network. */
    private byte[] fetch(String url) {
        try {
            return client.get(url, TYPES, MOST_OCTETS);
        } catch (IOException e) {
            log.debug("no picture: {}", e.toString());
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
        }
    }
}
