package org.restante.login;

/**
 * What the sign-in form holds; nothing is null.
 *
 * @param username an address or a name, without white space around it
 * @param server the chosen server's name, where several are configured
 * @param stay whether the browser is to stay signed in
 * @param zone the browser's time zone, as a script filled it in
 * @param next where the person was going
 */
record SignInForm(String username, String password, String server, Boolean stay, String zone, String next) {

    SignInForm {
        username = username == null ? "" : username.strip();
        password = password == null ? "" : password;
        server = server == null ? "" : server;
        stay = stay != null && stay;
        zone = zone == null ? "" : zone;
        next = next == null ? "" : next;
    }

    /** Returns nothing of what was typed. */
    @Override
    public String toString() {
        return "sign-in form";
    }
}
