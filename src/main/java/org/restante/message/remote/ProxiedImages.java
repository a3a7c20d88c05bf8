package org.restante.message.remote;

import java.util.Optional;
import org.restante.mime.html.RemoteImages;

/**
 * Shows pictures of other sites by way of this one.
 *
 * @param base the path below which they are, from the root of this site
 */
public record ProxiedImages(ImageAddresses addresses, long account, String base) implements RemoteImages {

    @Override
    public Optional<String> pathOf(String url) {
        return addresses.sign(url, account).map(signed -> base + signed);
    }

    @Override
    public boolean isOwn(String path) {
        return path.startsWith(base)
                && addresses.url(path.substring(base.length()), account).isPresent();
    }
}
