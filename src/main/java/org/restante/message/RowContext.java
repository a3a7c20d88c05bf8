package org.restante.message;

import org.restante.settings.Labels;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What all rows of a list share.
 *
 * @param base the address of the folder's list, context path included
 * @param icons the address of the icons' file, context path included
 * @param sentMail whether those a message is for are shown instead of its sender
 * @param labels those that the person has
 * @param suffix what the link to a message ends with, so that it finds back to this page
 */
record RowContext(
        String base, String icons, boolean sentMail, String suffix, Labels labels, Texts texts, Dates dates) {}
