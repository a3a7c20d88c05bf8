package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.folder.FolderNode;
import org.restante.folder.FolderTree;

/**
 * A folder that can be searched, or that what is found can be moved to; public, or expressions of its template could not be compiled.
 *
 * @param address its address segment
 * @param label what people call it, after those above it
 */
public record SearchFolder(String address, String label) {

    static List<SearchFolder> all(FolderTree tree) {
        List<SearchFolder> folders = new ArrayList<>();
        tree.roots().forEach(root -> add(root, "", folders));
        return folders;
    }

    private static void add(FolderNode node, String above, List<SearchFolder> folders) {
        String label = above + node.label();
        if (node.selectable()) {
            folders.add(new SearchFolder(node.address(), label));
        }
        node.children().forEach(child -> add(child, label + " / ", folders));
    }
}
