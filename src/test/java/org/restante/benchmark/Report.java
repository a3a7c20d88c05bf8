package org.restante.benchmark;

/** What is printed: a table in Markdown, in milliseconds. */
final class Report {

    private Report() {}

    static void head() {
        System.out.println("""

                | | messages | users | bare p50 | p95 | p99 | Restante p50 | p95 | p99 | × bare p50 | a second | CPU Restante | CPU mail server | bare | failed |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""");
    }

    static void row(String name, int messages, int users, Load.Result bare, Load.Result restante) {
        System.out.printf(
                "| %s | %,d | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.1f | %.0f | %.2f | %.2f | %.2f | %d |%n",
                name,
                messages,
                users,
                bare.percentile(50),
                bare.percentile(95),
                bare.percentile(99),
                restante.percentile(50),
                restante.percentile(95),
                restante.percentile(99),
                restante.percentile(50) / bare.percentile(50),
                restante.perSecond(),
                restante.restante(),
                restante.mailServer(),
                bare.mailServer(),
                restante.failures() + bare.failures());
    }

    static void heap(String what, double octets, String unit) {
        System.out.printf("| %s | %,.0f %s |%n", what, octets, unit);
    }
}
