package org.restante.collect;

import org.restante.mailstore.MailFailure;

/** Why mail was not collected; each is solved in another place. */
enum CollectionProblem {
    /** The server there does not accept the password. */
    PASSWORD,
    /** The server there cannot be reached, or is not what it should be. */
    SERVER,
    /** It gives its messages no names. */
    NAMES,
    /** There is no room left here. */
    FULL,
    /** The folder is not there any more. */
    FOLDER,
    /** The person's own mail server did not take it. */
    HERE,
    /** The person's own password is another one now. */
    SEALED;

    /** Returns whether asking again is of no use, and would look like guessing, until the person has done something. */
    boolean waitsForPerson() {
        return this == PASSWORD || this == SEALED;
    }

    static CollectionProblem there(MailFailure failure) {
        return failure instanceof MailFailure.Authentication
                ? PASSWORD
                : failure instanceof MailFailure.Capability ? NAMES : SERVER;
    }

    static CollectionProblem here(MailFailure failure) {
        if (failure instanceof MailFailure.Refused refused && refused.kind() == MailFailure.Refused.Kind.OVER_QUOTA) {
            return FULL;
        }
        return failure instanceof MailFailure.Gone
                ? FOLDER
                : failure instanceof MailFailure.Authentication ? SEALED : HERE;
    }
}
