package org.restante.mailstore.local;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How POP3 accounts are read.
 *
 * @param lookEvery how long the list counts as fresh; each look signs in anew, which POP3 servers limit
 * @param patience how long a request waits for another one, of whatever replica, to let the maildrop go
 * @param fillFor how long after a request header sections are fetched that no page has asked for yet
 * @param cached how many octets of messages are kept for an account at most, besides the one opened last
 * @param undo for how long at least a purge that also removes messages from the server can be taken back
 * @param quota how many octets may lie here alone for an account: own messages, copies, and what was removed from the server; 0: no limit
 */
@ConfigurationProperties("restante.pop3")
public record LocalProperties(
        @DefaultValue("15s") Duration lookEvery,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration fillFor,
        @DefaultValue("128MB") DataSize cached,
        @DefaultValue("1m") Duration undo,
        @DefaultValue("2GB") DataSize quota) {}
