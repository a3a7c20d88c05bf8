package org.restante.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The scripts, styles and pictures under {@code frontend/}, each under an address that carries a hash of its content and may be kept for
 * ever. Style sheets are joined into one; scripts stay as written and find each other by the import map.
 */
@Component
public class Assets {

    private static final String ROOT = "frontend/";
    private static final String STYLES = "styles.css";
    private static final String LAYERS = "styles/layers.css";
    private static final String ICON = "shared/icon.svg";
    private static final String ICONS = "shared/icons.svg";
    /** What the editor is made of; scripts import each by this name. */
    private static final List<String> LIBRARIES = List.of(
            "prosemirror-commands",
            "prosemirror-history",
            "prosemirror-inputrules",
            "prosemirror-keymap",
            "prosemirror-model",
            "prosemirror-schema-list",
            "prosemirror-state",
            "prosemirror-transform",
            "prosemirror-view",
            "orderedmap",
            "rope-sequence",
            "w3c-keyname");

    private static final String LIBRARY = "libraries/";
    private static final String MANIFEST = "restante.webmanifest";

    private final String contextPath;
    private final Map<String, String> addresses = new TreeMap<>();
    private final Map<String, Asset> byFile = new TreeMap<>();
    private final Map<String, String> icons = new ConcurrentHashMap<>();
    private final String importMap;

    @Nullable
    private String logo;

    /** Reads all of {@code frontend/} from the class path. */
    Assets(@Value("${server.servlet.context-path:}") String contextPath, Brand brand) throws IOException {
        this.contextPath = contextPath;
        Map<String, byte[]> sources = read();
        List<String> styles = sources.keySet().stream()
                .filter(path -> path.endsWith(".css") && !path.equals(LAYERS))
                .toList();
        StringBuilder joined = new StringBuilder();
        joined.append(new String(sources.remove(LAYERS), StandardCharsets.UTF_8));
        joined.append(Accent.of(brand.accent()).style());
        styles.forEach(path -> joined.append(new String(sources.remove(path), StandardCharsets.UTF_8)));
        add(STYLES, joined.toString().getBytes(StandardCharsets.UTF_8));
        sources.computeIfPresent(ICON, (path, icon) -> recoloured(icon, brand));
        sources.forEach(this::add);
        if (brand.logo() != null) {
            logo = "brand/" + brand.logo().getFilename();
            add(logo, brand.logo().getContentAsByteArray());
        }
        add(MANIFEST, new Manifest(brand, contextPath).json(this).getBytes(StandardCharsets.UTF_8));
        this.importMap = importMapOf(
                addresses.keySet().stream().filter(path -> path.endsWith(".js")).toList());
    }

    private static Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> sources = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*")) {
            String url = resource.getURL().toString();
            sources.put(
                    url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1), resource.getContentAsByteArray());
        }
        for (String library : LIBRARIES) {
            sources.put(LIBRARY + library + ".js", library(library));
        }
        return sources;
    }

    /** Some keep their module in a folder of its own. */
    private static byte[] library(String name) throws IOException {
        var webJars = new PathMatchingResourcePatternResolver();
        for (String place : List.of("dist/index.js", "index.js")) {
            Resource[] found = webJars.getResources("classpath*:META-INF/resources/webjars/" + name + "/*/" + place);
            if (found.length > 0) {
                return found[0].getContentAsByteArray();
            }
        }
        throw new IllegalStateException("no WebJar " + name);
    }

    private void add(String path, byte[] content) {
        int dot = path.lastIndexOf('.');
        String hash = HexFormat.of().formatHex(Arrays.copyOf(sha256(content), 8));
        String file = path.substring(0, dot) + "." + hash + path.substring(dot);
        addresses.put(path, "/assets/" + file);
        byFile.put(file, new Asset(content, AssetType.of(path)));
    }

    private String importMapOf(List<String> scripts) {
        List<String> entries = new ArrayList<>();
        scripts.forEach(
                path -> entries.add("\"%s\":\"%s%s\"".formatted(named(path), contextPath, addresses.get(path))));
        return "{\"imports\":{" + String.join(",", entries) + "}}";
    }

    private static String named(String path) {
        return path.startsWith(LIBRARY)
                ? path.substring(LIBRARY.length(), path.length() - ".js".length())
                : "restante/" + path;
    }

    /**
     * Returns the address of a file, below the context path.
     *
     * @param path within {@code frontend/}, such as {@code main.js}
     * @throws IllegalArgumentException where there is no such file
     */
    public String address(String path) {
        return Optional.ofNullable(addresses.get(path))
                .orElseThrow(() -> new IllegalArgumentException("no " + path + " in frontend/"));
    }

    /** Returns the address of a file, context path included, as a template writes it; see {@link #address}. */
    public String href(String path) {
        return contextPath + address(path);
    }

    /** Returns the address of one of the icons, context path included. */
    public String icon(String name) {
        return icons.computeIfAbsent(name, icon -> href(ICONS) + "#" + icon);
    }

    /** Returns the address of all style sheets, joined. */
    public String stylesheet() {
        return address(STYLES);
    }

    /** Returns the address of the manifest by which browsers install the application. */
    public String manifest() {
        return address(MANIFEST);
    }

    /** Returns the address of the operator's logo; null where there is none. */
    @Nullable
    public String logo() {
        return logo == null ? null : address(logo);
    }

    /** Returns what a file holds, for what is served below another address. */
    String text(String path) {
        return new String(
                find(address(path).substring("/assets/".length())).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private static byte[] recoloured(byte[] icon, Brand brand) {
        return new String(icon, StandardCharsets.UTF_8)
                .replace(Brand.TEAL, brand.accent())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the import map of all scripts, as JSON: {@code restante/<path>} leads to the script's address. */
    public String importMap() {
        return importMap;
    }

    /** Returns the import map's hash as a Content-Security-Policy names it, in quotes. */
    public String importMapHash() {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(importMap.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }

    /** Returns what lies at an address, given without {@code /assets/}. */
    Optional<Asset> find(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
