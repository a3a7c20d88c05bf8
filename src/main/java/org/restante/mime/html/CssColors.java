package org.restante.mime.html;

import java.util.Set;

/** The colours that CSS names (CSS Color Level 4 §6.1) and those written as numbers. */
final class CssColors {

    private static final Set<String> NAMES = Set.of("""
            aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse
            chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
            darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey
            darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro
            ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
            lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon
            lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon
            mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise
            mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
            palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red
            rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
            springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen transparent currentcolor
            windowtext window
            """.trim().split("\\s+"));

    static final Set<String> FUNCTIONS = Set.of("rgb", "rgba", "hsl", "hsla");

    private CssColors() {}

    static boolean isName(String lowerCase) {
        return NAMES.contains(lowerCase);
    }

    /** Returns whether the digits after {@code #} are a colour of 3, 4, 6 or 8 digits. */
    static boolean isHash(String digits) {
        int length = digits.length();
        return (length == 3 || length == 4 || length == 6 || length == 8)
                && digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }
}
