/** Finds rows of the list, and brings them up to date. */

import { ask } from 'restante/shared/ask.js';
import { start } from 'restante/main.js';

/** @param {string[]} refs @returns {HTMLElement[]} those of them that are in the page */
export const rowsOf = (refs) => [...document.querySelectorAll('#list .row[data-ref]')].filter((row) => refs.includes(row.dataset.ref));

/** @returns {HTMLElement[]} the rows whose boxes are ticked */
export const ticked = () => [...document.querySelectorAll('#list .row:has([name=ref]:checked)')];

/** @param {HTMLElement} list @returns {string} what the address of one of its pages ends with */
export const filtered = (list) => (list.dataset.filter ? `&filter=${encodeURIComponent(list.dataset.filter)}` : '');

/** Asks for a page of the list anew and renews these rows of it. @param {string} page @param {string[]} refs */
export async function refresh(page, refs) {
  const list = document.getElementById('list');
  refresh.from(await ask(`${document.documentElement.dataset.base}mail/${encodeURIComponent(list.dataset.folder)}?page=${page}${filtered(list)}`, 'rows'), refs);
}

/** @param {HTMLElement} fresh holds rows @param {string[]} refs */
refresh.from = (fresh, refs) => {
  for (const row of rowsOf(refs)) {
    const now = fresh.querySelector(`.row[data-ref="${row.dataset.ref}"]`);
    if (now) {
      now.classList.toggle('open', row.classList.contains('open'));
      exchange(row, now);
    }
  }
};

/** What of a row can have the focus. */
const PARTS = ['.row-link', '.row-flag', '[type=checkbox]'];

function exchange(row, now) {
  const focused = PARTS.find((part) => row.querySelector(part) === document.activeElement);
  now.querySelector('[name=ref]').checked = row.querySelector('[name=ref]').checked;
  row.replaceWith(now);
  start(now);
  if (focused) {
    now.querySelector(focused).focus({ preventScroll: true });
  }
}
