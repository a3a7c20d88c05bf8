package org.restante.message;

/**
 * How a list is shown.
 *
 * @param size the number of rows of a page
 * @param hidesDeleted whether it leaves out what is marked as deleted
 * @param further what the addresses of further rows end with
 * @param contextPath what all addresses begin with
 * @param icons the address of the icons' file, within the application
 */
record ListLook(int size, boolean hidesDeleted, String further, String contextPath, String icons) {}
