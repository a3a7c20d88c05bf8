package org.restante.login;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.restante.account.Device;

/**
 * A line of the devices page.
 *
 * @param name which browser it seems to be, such as "Firefox on Linux"
 * @param signedIn when, in the person's time zone
 * @param lastUsed when, in the person's time zone
 */
record DeviceRow(String handle, String name, String signedIn, String lastUsed, boolean current) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    static DeviceRow of(Device device, ZoneId zone) {
        return new DeviceRow(
                device.handle(),
                BrowserName.of(device.userAgent()),
                TIME.format(device.signedIn().atZone(zone)),
                TIME.format(device.lastUsed().atZone(zone)),
                device.current());
    }
}
