package org.restante.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures Restante against the bare exchange with the same mail server, in one run: see docs/performance.md. */
public final class Benchmark {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final int WARMING_MINUTES = 10;

    private final Restante restante;
    private final Cpu mailServer = Cpu.listeningOn(Settings.port());

    private Benchmark(Restante restante) {
        this.restante = restante;
    }

    /** Prints the tables. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (Settings.wanted("alone") || Settings.wanted("together")) {
            try (var restante = Restante.start()) {
                var benchmark = new Benchmark(restante);
                Report.head();
                if (Settings.wanted("alone")) {
                    benchmark.alone();
                }
                if (Settings.wanted("together")) {
                    benchmark.together();
                }
            }
        }
        if (Settings.wanted("heap")) {
            Heap.measure();
        }
    }

    private void alone() throws IOException {
        for (String user : Settings.mailboxes()) {
            try (var floor = Floor.of(user);
                    var visitor = Visitor.of(user, restante.port(), floor.messages())) {
                for (String name : Case.ALONE) {
                    if (Settings.wantedCase(name)) {
                        measure(
                                name,
                                floor.messages(),
                                List.of(floor.exchanges()),
                                List.of(visitor.requests()),
                                visitor);
                    }
                }
            }
        }
    }

    private void together() throws IOException {
        List<Floor> floors = new ArrayList<>();
        List<Visitor> visitors = new ArrayList<>();
        for (int crowd : Settings.crowds()) {
            for (String user : Settings.people().subList(visitors.size(), Math.max(visitors.size(), crowd))) {
                floors.add(Floor.of(user));
                visitors.add(Visitor.of(
                        user, restante.port(), floors.get(floors.size() - 1).messages()));
            }
            for (String name : Case.TOGETHER) {
                if (Settings.wantedCase(name)) {
                    measure(
                            name,
                            floors.get(0).messages(),
                            floors.subList(0, crowd).stream()
                                    .map(Floor::exchanges)
                                    .toList(),
                            visitors.subList(0, crowd).stream()
                                    .map(Visitor::requests)
                                    .toList(),
                            visitors.get(0));
                }
            }
        }
        for (int i = 0; i < floors.size(); i++) {
            floors.get(i).close();
            visitors.get(i).close();
        }
    }

    private void measure(
            String name,
            int messages,
            List<Map<String, Exchange>> bare,
            List<Map<String, Exchange>> requests,
            Visitor visitor)
            throws IOException {
        List<Exchange> exchanges = bare.stream().map(all -> all.get(name)).toList();
        List<Exchange> clients = requests.stream().map(all -> all.get(name)).toList();
        boolean once = name.equals(Case.NEW);
        int warmUp = once ? visitor.newPages() / 10 : Settings.warmUp() / clients.size() + 1;
        run(exchanges, Settings.warmUp() / clients.size() + 1, WARMING_MINUTES * 60);
        run(clients, warmUp, WARMING_MINUTES * 60);
        Load.Result floor = run(exchanges, NO_LIMIT, Settings.seconds() / 2);
        int most = once ? visitor.newPages() : NO_LIMIT;
        Load.Result result = run(clients, most, Settings.seconds());
        Report.row(name, messages, clients.size(), floor, result);
    }

    private Load.Result run(List<Exchange> clients, int most, double seconds) throws IOException {
        return Load.run(clients, new Load.Limit(most, seconds), restante.cpu(), mailServer);
    }
}
