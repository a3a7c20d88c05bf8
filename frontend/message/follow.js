/** Lets the open message follow what was done to it. */

import { ask } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';

/** The acts that end its reading: what comes next is what the person chose. */
const ENDING = ['unseen', 'archive', 'trash', 'junk', 'not-junk', 'move', 'destroy'];

/**
 * To be asked before an act, which may take rows out of the list.
 *
 * @param {string[]} refs the messages that are acted on
 * @returns {string | null} the address of the message that the person wants to see then; null: the list
 */
export function neighbour(refs) {
  const by = { next: 1, previous: -1 }[document.documentElement.dataset.after];
  const rows = [...document.querySelectorAll('#list .row[data-ref]')];
  const at = rows.findIndex((row) => row.classList.contains('open'));
  if (!by || at < 0 || !refs.includes(rows[at].dataset.ref)) {
    return null;
  }
  return rows[at + by]?.querySelector('.row-link').href ?? null;
}

/** @param {string} name what was done @param {string[]} refs to which messages @param {string | null} then see {@link neighbour} */
export async function follow(name, refs, then) {
  const message = document.getElementById('message');
  if (!message.dataset.ref || !refs.includes(message.dataset.ref)) {
    return;
  }
  if (!ENDING.includes(name)) {
    await renew(message);
  } else if (then) {
    navigation.navigate(then);
  } else {
    message.querySelector('[data-keep]').click();
  }
}

/** Shows its flags and buttons as they are now. @param {HTMLElement} message */
async function renew(message) {
  const fresh = await ask(location.href, 'message');
  if (fresh.dataset.ref !== message.dataset.ref || !message.isConnected) {
    return;
  }
  const acted = message.querySelector('.message-bar').contains(document.activeElement);
  replace(message.querySelector('.message-bar'), fresh.querySelector('.message-bar'));
  message.querySelector('.message-head').replaceWith(fresh.querySelector('.message-head'));
  if (acted) {
    message.querySelector('[data-act$=flag]').focus();
  }
}
