package org.restante.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.folder.FolderTree;

/**
 * What the search page shows; public, or expressions of its template could not be compiled.
 *
 * @param query as it was typed
 * @param mistake why it cannot be understood, in words; else null
 * @param asked whether anything was searched for
 * @param soFar how much of a folder has been searched, in words; empty where that is all
 * @param next the address where the search goes on; null where all is searched
 * @param saved what names it among the saved searches; null where it is none
 * @param folders where it can be searched, and what is found can be moved to
 * @param delete which act deleting is
 */
public record SearchPage(
        FolderTree tree,
        String query,
        List<SearchChip> chips,
        @Nullable String mistake,
        boolean asked,
        List<MessageRow> rows,
        String soFar,
        @Nullable String next,
        @Nullable String saved,
        List<SearchFolder> folders,
        String delete,
        String deleteLabel) {}
