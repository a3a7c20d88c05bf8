/** Remembers which folders do not show what is in them. */

import { postLast } from 'restante/shared/post.js';

/** @param {HTMLElement} tree */
export default function collapse(tree) {
  tree.addEventListener('toggle', ({ target }) => {
    const closed = String(!target.open);
    if (target.dataset.closed && target.dataset.closed !== closed) {
      target.dataset.closed = closed;
      const form = new FormData();
      form.set('closed', closed);
      postLast(target.dataset.action, form);
    }
  }, true);
}
