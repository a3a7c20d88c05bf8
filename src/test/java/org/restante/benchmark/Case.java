package org.restante.benchmark;

import java.util.List;

/** What people do, by the names that the report and {@code benchmark.only} have. */
final class Case {

    /** The newest page, seen before. */
    static final String LIST = "list";
    /** Pages that nobody has seen since Restante was started. */
    static final String NEW = "list-new";
    /** The page in the middle of the folder, seen before. */
    static final String DEEP = "list-deep";
    /** A message: its page and the frame with its body; bare: structure first, then texts. */
    static final String OPEN = "open";
    /** The same over the bare exchange that knows the structure already. */
    static final String OPEN_ONE_TRIP = "open-1-trip";
    /** All folders with their counts. */
    static final String FOLDERS = "folders";
    /** Setting or taking a flag; without the page that follows. */
    static final String FLAG = "flag";
    /** The form, the password, the first page; bare: connecting, LOGIN, SELECT and the page. */
    static final String SIGN_IN = "sign-in";

    /** Those that one client does. */
    static final List<String> ALONE = List.of(LIST, NEW, DEEP, OPEN, OPEN_ONE_TRIP, FOLDERS, FLAG, SIGN_IN);
    /** Those that many do at once. */
    static final List<String> TOGETHER = List.of(LIST, OPEN, FOLDERS, FLAG);

    private Case() {}
}
