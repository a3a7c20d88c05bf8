package org.restante.mailstore;

/** Which rows of a mailbox are wanted, in natural order: the newest arrival first. */
public sealed interface PageRequest {

    /** Returns the number of rows wanted, 1 to 500. */
    int size();

    /**
     * A page by its number.
     *
     * @param number from 1, where the newest messages are; beyond the last page the last one is given
     */
    record Numbered(int number, int size) implements PageRequest {
        public Numbered {
            checkSize(size);
            if (number < 1) {
                throw new IllegalArgumentException("pages are counted from 1");
            }
        }
    }

    /** The rows that arrived before a message, which need not be there any more. */
    record Below(MessageRef ref, int size) implements PageRequest {
        public Below {
            checkSize(size);
        }
    }

    private static void checkSize(int size) {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 rows");
        }
    }
}
