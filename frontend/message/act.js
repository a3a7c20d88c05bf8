/**
 * Marks messages without leaving the page: at once on the screen, then on the server, whose answer has the last word on rows and counts.
 */

import { ask, forget, Refused } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';
import { toast } from 'restante/shared/toast.js';
import { refresh, rowsOf } from 'restante/message/rows.js';

/** What each act changes on a row before the server has answered. */
const LOOKS = { seen: ['unread', false], unseen: ['unread', true], flag: ['flagged', true], unflag: ['flagged', false] };

/** What takes an act back. */
const INVERSE = { seen: 'unseen', unseen: 'seen', flag: 'unflag', unflag: 'flag' };

/** @param {string} name such as `seen` @param {string[]} refs @param {boolean} [quietly] without saying that it was done */
export function mark(name, refs, quietly = false) {
  const list = document.getElementById('list');
  const form = new FormData();
  refs.forEach((ref) => form.append('ref', ref));
  return act(`${document.documentElement.dataset.base}mail/${encodeURIComponent(list.dataset.folder)}/${name}`, form, quietly);
}

/** The acts under way: one is sent after another, so that the last click wins. */
let last = Promise.resolve();

/** Those that wait for their turn; a page that is left sends them without waiting. @type {Set<{address: string, form: FormData}>} */
const waiting = new Set();

addEventListener('pagehide', () => {
  for (const { address, form } of waiting) {
    form.set('_csrf', document.querySelector('[name=_csrf]').value);
    fetch(address, { method: 'POST', body: new URLSearchParams(form), keepalive: true });
  }
  waiting.clear();
});

/** @param {string} address @param {FormData} form @param {boolean} [quietly] */
export function act(address, form, quietly = false) {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const refs = form.getAll('ref');
  const changed = changing(name, refs);
  const pages = foresee(name, refs);
  form.delete('message');
  form.set('page', pages[0] ?? document.getElementById('list').dataset.page);
  const mine = { address, form };
  waiting.add(mine);
  last = last.then(() => waiting.delete(mine) && perform(address, form, pages, quietly ? null : changed));
  return last;
}

/** @param {string[] | null} changed the messages that undoing would change back; null where nothing is said of the act */
async function perform(address, form, pages, changed) {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const refs = form.getAll('ref');
  try {
    const answer = await send(address, form);
    forget();
    settle(answer, refs, changed && (changed.length ? () => mark(INVERSE[name], changed) : undefined));
    await Promise.all(pages.slice(1).map((page) => refresh(page, refs)));
    await follow(name, refs, !changed);
  } catch (error) {
    pages.forEach((page) => refresh(page, refs));
    toast(wordsOf(error), { error: true });
  }
}

/** @returns {string[]} those of the messages on which the act has an effect, as far as their rows tell */
function changing(name, refs) {
  const [look, becomes] = LOOKS[name];
  return rowsOf(refs).filter((row) => row.classList.contains(look) !== becomes).map((row) => row.dataset.ref);
}

/** @returns {string[]} the pages that the rows are on */
function foresee(name, refs) {
  const rows = rowsOf(refs);
  rows.forEach((row) => {
    row.classList.toggle(...LOOKS[name]);
    const flag = row.querySelector('.row-flag');
    if (name.endsWith('flag')) {
      flag.classList.toggle('flagged', name === 'flag');
      flag.formAction = flag.formAction.replace(/(un)?flag$/, name === 'flag' ? 'unflag' : 'flag');
    }
    row.querySelector('[name=ref]').checked = false;
  });
  rows[0]?.closest('form').dispatchEvent(new Event('change', { bubbles: true }));
  return [...new Set(rows.map((row) => row.closest('.rows').dataset.page))];
}

/** A token that has become too old, as by signing in again in another tab, is silently replaced once. */
async function send(address, form, again = true) {
  form.set('_csrf', document.querySelector('[name=_csrf]').value);
  try {
    return await ask(address, 'mail', { method: 'POST', body: new URLSearchParams(form), keepalive: true });
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 403 || !again) {
      throw error;
    }
    const fresh = await ask(location.href, 'mail');
    const token = fresh.querySelector('[name=_csrf]').value;
    document.querySelectorAll('[name=_csrf]').forEach((field) => (field.value = token));
    return send(address, form, false);
  }
}

/** @param {HTMLElement} answer the list as it is now @param {(() => void) | null | undefined} undo null where nothing is said */
function settle(answer, refs, undo) {
  replace(document.getElementById('folders'), answer.querySelector('#folders'));
  refresh.from(answer, refs);
  const done = answer.querySelector('.notice');
  if (done && undo !== null) {
    toast(done.textContent, { undo });
  }
}

/** Lets the open message follow what was done to it: marked as unread it closes, else it is shown anew. */
async function follow(name, refs, quietly) {
  const message = document.getElementById('message');
  if (quietly || !refs.includes(message.dataset.ref)) {
    return;
  }
  if (name === 'unseen') {
    message.querySelector('[data-keep]').click();
  } else {
    const fresh = await ask(location.href, 'message');
    const acted = message.querySelector('.message-bar').contains(document.activeElement);
    replace(message.querySelector('.message-bar'), fresh.querySelector('.message-bar'));
    message.querySelector('.message-head').replaceWith(fresh.querySelector('.message-head'));
    if (acted) {
      message.querySelector('[data-act$=flag]').focus();
    }
  }
}

/** @param {unknown} error */
function wordsOf(error) {
  const problem = error instanceof Refused && error.page.querySelector('main');
  return problem ? [...problem.querySelectorAll('h1, h1 + p')].map((line) => line.textContent).join('. ') : document.getElementById('toasts').dataset.unreachable;
}
