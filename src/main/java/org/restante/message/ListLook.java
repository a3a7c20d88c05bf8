package org.restante.message;

import org.restante.folder.TreeLook;
import org.restante.settings.Labels;

/**
 * How a list is shown.
 *
 * @param size the number of rows of a page
 * @param hidesDeleted whether it leaves out what is marked as deleted
 * @param further what the addresses of further rows end with
 * @param filter which messages it shows
 * @param searched of how many of the newest messages these are, where it did not look at all; else 0
 * @param selected how many messages are selected at once; 0 where none are
 * @param labels those that the person has
 * @param tree how the person has the folders
 * @param contextPath what all addresses begin with
 * @param icons the address of the icons' file, within the application
 */
record ListLook(
        int size,
        boolean hidesDeleted,
        String further,
        ListFilter filter,
        long searched,
        int selected,
        Labels labels,
        TreeLook tree,
        String contextPath,
        String icons) {}
