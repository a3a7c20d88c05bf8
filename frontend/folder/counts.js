/** Brings the folders' counts up to date, and leaves the tree alone otherwise: it may be scrolled, and may have the focus. */

import { replace } from 'restante/main.js';
import inbox from 'restante/shell/unread.js';

/** @param {HTMLElement} fresh the tree as it is now; which folder is open it does not know */
export function recount(fresh) {
  const tree = document.getElementById('folders');
  const links = [...tree.querySelectorAll('a.folder')];
  const now = [...fresh.querySelectorAll('a.folder')];
  if (now.map((link) => link.dataset.folder).join() === links.map((link) => link.dataset.folder).join()) {
    links.forEach((link, index) => renew(link, now[index]));
    inbox(tree);
  } else {
    now.forEach((link) => link.removeAttribute('aria-current'));
    now.find((link) => link.dataset.folder === document.getElementById('list').dataset.folder)?.setAttribute('aria-current', 'page');
    replace(tree, fresh);
  }
}

/** @param {HTMLElement} link @param {HTMLElement} now */
function renew(link, now) {
  link.classList.toggle('has-unread', now.classList.contains('has-unread'));
  link.title = now.title;
  delete link.dataset.unread;
  Object.assign(link.dataset, now.dataset);
  link.querySelector('.folder-unread')?.remove();
  link.append(...now.querySelectorAll('.folder-unread'));
}
