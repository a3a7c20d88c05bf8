package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.mime.DeliveryReport.Action;
import org.restante.mime.DeliveryReport.Reason;
import org.restante.mime.DeliveryReport.Recipient;

class DeliveryReportTest {

    @Test
    void each_recipient_is_read() {
        String report = """
                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000

                Original-Recipient: rfc822;bert@example.org
                Final-Recipient: rfc822; b@internal.example
                Action: failed
                Status: 5.2.2 (full)
                Diagnostic-Code: smtp; 552 5.2.2 over quota

                Final-Recipient: rfc822; cleo@example.org
                Action: delayed
                Status: 4.4.1
                """;
        assertThat(DeliveryReport.parse(report.replace("\n", "\r\n")).recipients())
                .containsExactly(
                        new Recipient("bert@example.org", Action.FAILED, Reason.FULL),
                        new Recipient("cleo@example.org", Action.DELAYED, Reason.OTHER));
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, NO_MAILBOX",
        "5.2.2, FULL",
        "5.4.4, NO_HOST",
        "5.3.4, TOO_LARGE",
        "5.7.1, REFUSED",
        "5.0.0, OTHER",
        "x, OTHER",
        "'', OTHER"
    })
    void the_status_says_why(String status, Reason reason) {
        assertThat(DeliveryReport.parse("Final-Recipient: rfc822;a@b\nAction: failed\nStatus: " + status + "\n")
                        .recipients())
                .extracting(Recipient::reason)
                .containsExactly(reason);
    }

    @Test
    void words_do_where_the_status_does_not() {
        String report =
                "Final-Recipient: rfc822;a@b\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 User unknown\n";
        assertThat(DeliveryReport.parse(report).recipients().get(0).reason()).isEqualTo(Reason.NO_MAILBOX);
    }

    @Test
    void rubbish_is_no_report() {
        assertThat(DeliveryReport.parse("").recipients()).isEmpty();
        assertThat(DeliveryReport.parse("Action: failed\n\nFinal-Recipient: a\n\n::\n\0")
                        .recipients())
                .isEmpty();
        assertThat(DeliveryReport.parse("Final-Recipient: r;a@b\nAction: failed\n\n".repeat(5000))
                        .recipients())
                .hasSizeLessThanOrEqualTo(20);
    }
}
