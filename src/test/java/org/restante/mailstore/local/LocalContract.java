package org.restante.mailstore.local;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailStoreContract;

/** The contract for accounts whose other client fills the same mail over IMAP, where it can do more than POP3 shows. */
abstract class LocalContract extends MailStoreContract {

    @Test
    @Override
    @Disabled("POP3 shows neither other folders nor flags")
    protected void lists_the_tree_with_roles_and_counts() {}

    @Test
    @Override
    @Disabled("POP3 shows no other folders")
    protected void opens_folders_with_any_name() {}
}
