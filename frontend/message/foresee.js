/** Shows what an act does to rows before the server has answered, and takes it back where it failed. */

import { rowsOf } from 'restante/message/rows.js';

/** What each act changes on a row. */
const LOOKS = {
  seen: ['unread', false],
  unseen: ['unread', true],
  flag: ['flagged', true],
  unflag: ['flagged', false],
  'mark-deleted': ['deleted', true],
  undelete: ['deleted', false],
};

const LEAVING = new Set(['archive', 'trash', 'junk', 'not-junk', 'move', 'destroy']);

/** Whether rows leave the list by it: not where the server will first ask. @param {string} name @param {FormData} form */
const leaves = (name, form) => LEAVING.has(name) && (name !== 'move' || form.has('to')) && (name !== 'destroy' || form.has('sure'));

/**
 * @param {string} name the act's
 * @param {FormData} form
 * @param {boolean} quietly
 * @returns {{pages: string[], left: boolean, back: () => void}} the pages that the rows are on; whether they have left; what puts them back
 */
export function foresee(name, form, quietly) {
  const rows = rowsOf(form.getAll('ref'));
  const pages = [...new Set(rows.map((row) => row.closest('.rows').dataset.page))];
  const left = leaves(name, form);
  const list = rows[0]?.closest('form');
  rows.forEach((row) => (row.querySelector('[name=ref]').checked &&= quietly));
  const back = left ? take(rows) : change(name, rows);
  if (document.activeElement?.closest('.list-acts') && !quietly && !left) {
    rows[0]?.querySelector('.row-link').focus({ preventScroll: true });
  }
  list?.dispatchEvent(new Event('change', { bubbles: true }));
  return { pages, left, back };
}

/** @param {HTMLElement[]} rows */
function take(rows) {
  const places = rows.map((row) => {
    const place = document.createComment('');
    row.replaceWith(place);
    return place;
  });
  return () => places.forEach((place, i) => place.isConnected && place.replaceWith(rows[i]));
}

function change(name, rows) {
  const [style, is] = LOOKS[name] ?? [];
  const changed = style ? rows.filter((row) => row.classList.contains(style) !== is) : [];
  changed.forEach((row) => dress(row, style, is));
  return () => changed.forEach((row) => dress(row, style, !is));
}

function dress(row, style, is) {
  row.classList.toggle(style, is);
  if (style === 'flagged') {
    const flag = row.querySelector('.row-flag');
    flag.classList.toggle('flagged', is);
    flag.formAction = flag.formAction.replace(/(un)?flag$/, is ? 'unflag' : 'flag');
  }
}
