package org.restante.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;

/** Keeps what is written as text until it is whole; octets pass. */
final class WholePage extends HttpServletResponseWrapper {

    @Nullable
    private FastByteArrayOutputStream octets;

    @Nullable
    private PrintWriter writer;

    WholePage(HttpServletResponse response) {
        super(response);
    }

    boolean isWritten() {
        return writer != null;
    }

    byte[] octets() {
        writer.flush();
        return octets.toByteArrayUnsafe();
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            octets = new FastByteArrayOutputStream(1 << 16);
            // As the servlet's own writer does, it fixes the encoding that the content type names.
            setCharacterEncoding(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(octets, Charset.forName(getCharacterEncoding())), false);
        }
        return writer;
    }

    /** A whole page goes out at once: see {@link CompressedPages}. */
    @Override
    public void flushBuffer() throws IOException {
        if (!isWritten()) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        drop();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        drop();
        super.resetBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        drop();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        drop();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        drop();
        super.sendRedirect(location);
    }

    private void drop() {
        writer = null;
        octets = null;
    }
}
