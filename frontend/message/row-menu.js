/** Offers what can be done with a message where its row is clicked with the other button, or the menu key is pressed on it. */

import { mark } from 'restante/message/act.js';
import { ticked } from 'restante/message/rows.js';

/** @param {HTMLElement} list */
export default function rowMenu(list) {
  list.addEventListener('contextmenu', (event) => {
    const row = event.target.closest('.row[data-ref]');
    if (row && !event.shiftKey) {
      event.preventDefault();
      open(list, row, event);
    }
  });
}

/** @param {HTMLElement} list @param {HTMLElement} row @param {MouseEvent} event */
function open(list, row, event) {
  const rows = ticked().includes(row) ? ticked() : [row];
  const menu = document.createElement('div');
  menu.className = 'menu-items context-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.append(...(rows.length === 1 ? [newTab(list, rows[0])] : []), ...offers(list, rows));
  list.append(menu);
  menu.addEventListener('toggle', (change) => change.newState === 'closed' && leave(menu, row));
  menu.addEventListener('click', () => menu.hidePopover());
  menu.addEventListener('keydown', (key) => walk(menu, key));
  menu.showPopover();
  const at = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : row.getBoundingClientRect();
  menu.style.left = `${Math.min(at.x, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(at.y, innerHeight - menu.offsetHeight - 8)}px`;
  menu.querySelector('[role=menuitem]').focus();
}

/** What the browser's own menu would have offered. */
function newTab(list, row) {
  const offer = document.createElement('a');
  offer.href = row.querySelector('.row-link').href;
  offer.target = '_blank';
  offer.setAttribute('role', 'menuitem');
  offer.textContent = list.dataset.newTab;
  return offer;
}

/** The buttons above the list, as far as they would change something. */
function offers(list, rows) {
  const has = (name) => rows.some((row) => row.classList.contains(name));
  const lacks = (name) => rows.some((row) => !row.classList.contains(name));
  const useful = { seen: has('unread'), unseen: lacks('unread'), flag: lacks('flagged'), unflag: has('flagged'), undelete: has('deleted'), 'mark-deleted': lacks('deleted') };
  return [...list.querySelectorAll('.list-acts [data-act]')].filter((button) => useful[button.dataset.act] ?? true).map((button) => {
    const offer = document.createElement('button');
    offer.type = 'button';
    offer.setAttribute('role', 'menuitem');
    offer.append(button.querySelector('.icon').cloneNode(true), button.textContent.trim());
    offer.addEventListener('click', () => mark(button.dataset.act, rows.map((row) => row.dataset.ref)));
    return offer;
  });
}

function walk(menu, event) {
  const offers = [...menu.querySelectorAll('[role=menuitem]')];
  const at = offers.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    offers.at(to % offers.length).focus();
  } else if (event.key === 'Tab') {
    menu.hidePopover();
  }
}

function leave(menu, row) {
  menu.remove();
  if (document.activeElement === document.body) {
    row.querySelector('.row-link')?.focus({ preventScroll: true });
  }
}
