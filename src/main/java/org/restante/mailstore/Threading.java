package org.restante.mailstore;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which messages belong together: by what they refer to, then by their subjects (RFC 5256 §3, REFERENCES). What refers to itself
 * in a circle, and chains of any length, come to an end.
 */
public final class Threading {

    private final Map<String, Node> byId = new HashMap<>();
    private final List<Node> all = new ArrayList<>();

    private Threading() {}

    /** Returns the conversations, each with its messages, none of them twice. */
    public static List<List<Uid>> of(Collection<ThreadedMessage> messages) {
        var threading = new Threading();
        messages.stream()
                .sorted(Comparator.comparing(message -> message.ref().uid()))
                .forEach(threading::add);
        List<Node> roots = threading.roots();
        return threading.groupedBySubject(roots).stream()
                .map(Threading::messages)
                .toList();
    }

    /** A message, or one that others only refer to. */
    private static final class Node {

        private ThreadedMessage message;
        private Node parent;
        private final Set<Node> children = new LinkedHashSet<>();

        void adopt(Node child) {
            if (child.parent != null) {
                child.parent.children.remove(child);
            }
            child.parent = this;
            children.add(child);
        }

        void leave() {
            if (parent != null) {
                parent.children.remove(this);
                parent = null;
            }
        }

        boolean isBelow(Node other) {
            for (Node above = this; above != null; above = above.parent) {
                if (above == other) {
                    return true;
                }
            }
            return false;
        }
    }

    private void add(ThreadedMessage message) {
        Node node = node(message);
        Node before = null;
        for (String id : message.references()) {
            Node named = named(id);
            if (before != null && named.parent == null && canAdopt(before, named)) {
                before.adopt(named);
            }
            before = named;
        }
        if (before == null) {
            node.leave();
        } else if (canAdopt(before, node)) {
            before.adopt(node);
        }
    }

    /** Who has no children can be adopted by anybody else: that need not be looked for. */
    private static boolean canAdopt(Node parent, Node child) {
        return parent != child && (child.children.isEmpty() || !parent.isBelow(child));
    }

    /** A message without Message-ID, or with one that another has, is one that nobody refers to. */
    private Node node(ThreadedMessage message) {
        Node node = message.id().isEmpty() ? created() : named(message.id());
        if (node.message != null) {
            node = created();
        }
        node.message = message;
        return node;
    }

    private Node named(String id) {
        return byId.computeIfAbsent(id, unknown -> created());
    }

    private Node created() {
        var node = new Node();
        all.add(node);
        return node;
    }

    /** Returns those that stand first, without any that are not there, unless it holds several together. */
    private List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        for (Node node : bottomUp()) {
            if (node.message == null && (node.parent != null || node.children.size() < 2)) {
                Node parent = node.parent;
                node.leave();
                for (Node child : List.copyOf(node.children)) {
                    child.leave();
                    if (parent != null) {
                        parent.adopt(child);
                    }
                }
            }
        }
        all.stream()
                .filter(node -> node.parent == null && (node.message != null || !node.children.isEmpty()))
                .forEach(roots::add);
        roots.sort(Comparator.comparing(Threading::sent));
        return roots;
    }

    /** Returns all nodes, each after its children. */
    private List<Node> bottomUp() {
        List<Node> order = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        all.stream().filter(node -> node.parent == null).forEach(open::push);
        while (!open.isEmpty()) {
            Node node = open.pop();
            order.add(node);
            node.children.forEach(open::push);
        }
        Collections.reverse(order);
        return order;
    }

    private static Instant sent(Node root) {
        return root.message != null
                ? root.message.sent()
                : root.children.stream()
                        .map(Threading::sent)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
    }

    private static String subject(Node root) {
        Node told = root.message != null
                ? root
                : root.children.stream()
                        .min(Comparator.comparing(Threading::sent))
                        .orElseThrow();
        return told.message == null ? "" : told.message.subject();
    }

    private List<Node> groupedBySubject(List<Node> roots) {
        Map<String, Node> table = table(roots);
        Set<Node> left = new LinkedHashSet<>(roots);
        for (Node root : roots) {
            String base = base(root);
            Node first = base.isEmpty() ? root : table.get(base);
            if (first != root) {
                left.remove(root);
                Node joined = joined(first, root);
                if (joined != first) {
                    left.remove(first);
                    left.add(joined);
                    table.put(base, joined);
                }
            }
        }
        return List.copyOf(left);
    }

    private static String base(Node root) {
        return BaseSubject.of(subject(root)).toUpperCase(Locale.ROOT);
    }

    private static Map<String, Node> table(List<Node> roots) {
        Map<String, Node> table = new HashMap<>();
        for (Node root : roots) {
            String base = base(root);
            Node there = base.isEmpty() ? root : table.putIfAbsent(base, root);
            if (there != null && there != root && there.message != null) {
                boolean first = root.message == null
                        || BaseSubject.isReply(there.message.subject()) && !BaseSubject.isReply(root.message.subject());
                if (first) {
                    table.put(base, root);
                }
            }
        }
        return table;
    }

    private static Node joined(Node first, Node root) {
        if (first.message == null) {
            if (root.message == null) {
                List.copyOf(root.children).forEach(first::adopt);
            } else {
                first.adopt(root);
            }
            return first;
        }
        if (root.message != null
                && BaseSubject.isReply(root.message.subject())
                && !BaseSubject.isReply(first.message.subject())) {
            first.adopt(root);
            return first;
        }
        var both = new Node();
        both.adopt(first);
        both.adopt(root);
        return both;
    }

    private static List<Uid> messages(Node root) {
        List<Uid> messages = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.message != null) {
                messages.add(node.message.ref().uid());
            }
            node.children.forEach(open::push);
        }
        messages.sort(Comparator.naturalOrder());
        return messages;
    }
}
