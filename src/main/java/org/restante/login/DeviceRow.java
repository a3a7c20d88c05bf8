package org.restante.login;

import org.restante.account.Device;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * A line of the devices page.
 *
 * @param name which browser it seems to be, such as "Firefox on Linux"
 * @param signedIn when, in the person's time zone
 * @param lastUsed when, in the person's time zone
 */
record DeviceRow(String handle, String name, String signedIn, String lastUsed, boolean current) {

    static DeviceRow of(Device device, Dates dates, Texts texts) {
        return new DeviceRow(
                device.handle(),
                BrowserName.of(device.userAgent(), texts),
                dates.moment(device.signedIn()),
                dates.moment(device.lastUsed()),
                device.current());
    }
}
