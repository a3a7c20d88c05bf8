package org.restante.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ConfigurationFailure cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
