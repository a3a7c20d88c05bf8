package org.restante.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/** Says that there is no room for the files that a form brings, which is no fault of the form: nothing of it is kept then. */
class TemporaryFilesFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(TemporaryFilesFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isWithoutRoom(e)) {
                throw e;
            }
            log.error("No room for temporary files: {}", e.getMessage());
            response.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
        }
    }

    /** A form that is cut or malformed throws exceptions of classes of their own. */
    private static boolean isWithoutRoom(Throwable thrown) {
        boolean reading = false;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            reading |= each instanceof InvalidParameterException || each instanceof MultipartException;
            boolean ofTheDisk = each instanceof FileSystemException
                    || each instanceof FileNotFoundException
                    || each.getClass() == IOException.class;
            if (reading && ofTheDisk) {
                return true;
            }
        }
        return false;
    }
}
