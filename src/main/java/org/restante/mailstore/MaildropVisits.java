package org.restante.mailstore;

/** Opens maildrops that are not anybody's account here, such as those that mail is collected from. */
@FunctionalInterface
public interface MaildropVisits {

    /**
     * Opens a maildrop.
     *
     * @throws MailFailure.Capability where its server gives messages no names
     * @throws MailFailure where it cannot be opened
     */
    OpenMaildrop open(Credential credential);
}
