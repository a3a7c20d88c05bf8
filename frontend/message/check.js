/** Looks for new mail from time to time, while the page is seen and the person is not at work on the list. */

import { ask } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';
import { recount } from 'restante/folder/counts.js';
import { markOpen } from 'restante/shell/panes.js';

/** @param {HTMLElement} note says when the server was asked last, and in its data-every after how many seconds it may be asked again */
export default function check(note) {
  const list = note.closest('#list');
  const timer = setInterval(() => {
    if (!list.isConnected) {
      clearInterval(timer);
    } else if (!document.hidden && isAtRest(list)) {
      look(list).catch(() => {});
    }
  }, Number(note.dataset.every) * 1000);
}

/** @param {HTMLElement} list */
const isAtRest = (list) =>
  list.dataset.page === '1' && !list.matches('[aria-busy=true]') && !list.contains(document.activeElement) && !list.querySelector('.messages :checked') && !document.querySelector('dialog[open]');

/** @param {HTMLElement} list */
async function look(list) {
  const fresh = await ask(list.querySelector('#check').action, 'mail');
  const now = fresh.querySelector('#list');
  if (!list.isConnected || !isAtRest(list) || list.dataset.filter || now.dataset.folder !== list.dataset.folder) {
    return;
  }
  recount(fresh.querySelector('#folders'));
  if (newest(now) === newest(list)) {
    list.querySelector('.list-checked')?.replaceChildren(...(now.querySelector('.list-checked')?.childNodes ?? []));
    return;
  }
  const { scrollTop } = list;
  replace(list, now);
  now.scrollTop = scrollTop;
  markOpen(document.getElementById('message')?.dataset.ref ?? null);
}

/** @param {HTMLElement} list */
const newest = (list) => list.querySelector('.row[data-ref]')?.dataset.ref;
