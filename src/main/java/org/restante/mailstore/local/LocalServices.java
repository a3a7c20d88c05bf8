package org.restante.mailstore.local;

import java.time.Duration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the stores of all accounts share.
 *
 * @param lookEvery how long a list counts as fresh
 */
record LocalServices(
        DropTable drops,
        BoxTable boxes,
        MessageTable messages,
        FlagTable flags,
        Relocation relocation,
        TransactionTemplate transaction,
        MaildropGate gate,
        HeaderFiller filler,
        ContentCache contents,
        ProvenCredentials proven,
        OwnMessages own,
        RemovalTable removals,
        Room room,
        Duration lookEvery) {}
