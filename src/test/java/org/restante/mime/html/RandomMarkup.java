package org.restante.mime.html;

import java.util.Random;

/** Pieces of HTML that parsers nest in surprising ways, in random order, the same for the same seed. */
final class RandomMarkup {

    private static final String[] PIECES = {
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<a href=http://x.y>",
        "</a>",
        "<b>",
        "</b>",
        "<svg>",
        "</svg>",
        "<style>",
        "</style>",
        "<math>",
        "<mtext>",
        "<noscript>",
        "</noscript>",
        "<!--",
        "-->",
        "<select>",
        "<option>",
        "<form>",
        "<button>",
        "<img src=x onerror=y>",
        "text",
        "\"",
        "'",
        ">",
        "<",
        "&lt;",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<pre>\n",
        "</pre>",
        "<template>",
        "<li>",
        "<ul>",
        "</ul>",
        "<dd>",
        "<h1>",
        "<font>",
        "<plaintext>",
        "<caption>",
        "<col>",
        "<frameset>",
        "<body>",
        "</body>",
        "<html id=x>",
        "<xmp>",
        "</xmp>",
        "<center>",
        "<i>",
        "</i>",
        "<iframe>",
        "<tbody>",
        "<th>",
        "</tr>",
        " ",
        "\n",
        "&#13;",
        "\u202E",
        "p{color:red}"
    };

    private final Random random;

    RandomMarkup(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder html = new StringBuilder();
        for (int k = random.nextInt(25); k >= 0; k--) {
            html.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return html.toString();
    }
}
