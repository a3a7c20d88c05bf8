/** Remembers which folders do not show what is in them. */

import { postLast } from 'restante/shared/post.js';

/** @param {HTMLElement} tree */
export default function collapse(tree) {
  tree.addEventListener('toggle', ({ target }) => remember(target), true);
  // One may have been opened or closed before this script was here.
  tree.querySelectorAll('details[data-closed]').forEach(remember);
}

/** @param {HTMLDetailsElement} folder */
function remember(folder) {
  const closed = String(!folder.open);
  if (folder.dataset.closed && folder.dataset.closed !== closed) {
    folder.dataset.closed = closed;
    const form = new FormData();
    form.set('closed', closed);
    postLast(folder.dataset.action, form);
  }
}
