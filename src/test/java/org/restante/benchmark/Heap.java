package org.restante.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How much of Restante's heap a connection, a person and a row take, by the difference that a hundred or more of them make. */
final class Heap {

    private static final int ROWS = 50;

    private Heap() {}

    static void measure() throws IOException, InterruptedException {
        List<String> people = Settings.people();
        try (var restante = Restante.start("--restante.pool.idle=20s")) {
            warmUp(restante);
            awaitNoConnection(restante);
            long before = restante.heap();
            List<KeepAlive> browsers = new ArrayList<>();
            for (String user : people) {
                browsers.add(Visitor.signedIn(user, restante.port()));
                browsers.get(browsers.size() - 1).close();
            }
            long signedIn = restante.heap();
            long connections = restante.gauge("restante.pool.idle");
            for (KeepAlive browser : browsers) {
                browser.get("/folders").expect(200);
                browser.get("/mail/INBOX").expect(200);
                browser.close();
            }
            long listed = restante.heap();
            awaitNoConnection(restante);
            long idle = restante.heap();
            double connection = (listed - idle) / (double) connections;
            double person = (signedIn - before) / (double) people.size() - connection * connections / people.size();
            System.out.println("\n| heap after a full collection | |\n|---|---|");
            Report.heap("before anybody signed in", before / 1024.0, "KiB");
            Report.heap("with " + people.size() + " people, each with a list", listed / 1024.0, "KiB");
            Report.heap("a pooled connection (" + connections + ")", connection, "octets");
            Report.heap("a person without one", person, "octets");
            Report.heap("a cached row", (listed - signedIn) / (double) (people.size() * ROWS), "octets");
        }
    }

    /** Many at once, so that what the web server keeps for each of its connections is there before. */
    private static void warmUp(Restante restante) throws IOException {
        String user = Settings.mailboxes().get(0);
        List<Exchange> clients = new ArrayList<>();
        for (int i = 0; i < Settings.people().size(); i++) {
            var http = i < 4 ? Visitor.signedIn(user, restante.port()) : new KeepAlive(restante.port());
            String path = i < 4 ? "/mail/INBOX" : "/login";
            clients.add(number -> http.get(path).expect(200));
        }
        Load.run(clients, new Load.Limit(Settings.warmUp(), 60), restante.cpu(), restante.cpu());
    }

    private static void awaitNoConnection(Restante restante) throws IOException {
        while (restante.gauge("restante.pool.idle") + restante.gauge("restante.pool.lent") > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }
}
