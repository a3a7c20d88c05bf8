package org.restante.account;

/** What the operator set does not allow a start; shown in words, without a stack trace. */
public final class ConfigurationFailure extends RuntimeException {

    private final String action;

    /**
     * @param message what is wrong, naming the property
     * @param action what to set instead
     */
    public ConfigurationFailure(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
