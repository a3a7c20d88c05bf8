package org.restante.web;

import org.springframework.http.MediaType;

/** One file as it is served. */
record Asset(byte[] content, MediaType type) {}
