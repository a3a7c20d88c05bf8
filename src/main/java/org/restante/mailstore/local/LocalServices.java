package org.restante.mailstore.local;

import java.time.Duration;

/**
 * What the stores of all accounts share.
 *
 * @param lookEvery how long a list counts as fresh
 */
record LocalServices(
        DropTable drops,
        MessageTable messages,
        FlagTable flags,
        MaildropGate gate,
        HeaderFiller filler,
        ContentCache contents,
        ProvenCredentials proven,
        FolderTable folders,
        OwnMessages own,
        Duration lookEvery) {}
