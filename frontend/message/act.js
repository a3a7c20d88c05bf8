/**
 * Marks messages without leaving the page: at once on the screen, then on the server, whose answer has the last word on rows and counts.
 */

import { forget, Refused } from 'restante/shared/ask.js';
import { post, postLast } from 'restante/shared/post.js';
import { toast } from 'restante/shared/toast.js';
import { recount } from 'restante/folder/counts.js';
import { neighbour, follow } from 'restante/message/follow.js';
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
  waiting.forEach(({ address, form }) => postLast(address, form));
  waiting.clear();
});

/** @param {string} address @param {FormData} form @param {boolean} [quietly] */
export function act(address, form, quietly = false) {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const refs = form.getAll('ref');
  const changed = changing(name, refs);
  const pages = foresee(name, refs, quietly);
  const undo = changed.length > 0 ? () => mark(INVERSE[name], changed) : undefined;
  const mine = { address, form, name, refs, pages, quietly, undo, then: neighbour(refs) };
  form.delete('message');
  form.set('page', pages[0] ?? document.getElementById('list').dataset.page);
  waiting.add(mine);
  last = last.then(() => waiting.delete(mine) && perform(mine));
  return last;
}

async function perform({ address, form, name, refs, pages, quietly, undo, then }) {
  try {
    const answer = await post(address, form, 'mail');
    forget();
    settle(answer, refs, quietly, undo);
    await Promise.all(pages.slice(1).map((page) => refresh(page, refs)));
    if (!quietly) {
      await follow(name, refs, then);
    }
  } catch (error) {
    pages.forEach((page) => refresh(page, refs).catch(() => {}));
    toast(wordsOf(error), { error: true });
  }
}

/** @returns {string[]} those of the messages on which the act has an effect, as far as their rows tell */
function changing(name, refs) {
  const [look, becomes] = LOOKS[name];
  return rowsOf(refs).filter((row) => row.classList.contains(look) !== becomes).map((row) => row.dataset.ref);
}

/** @returns {string[]} the pages that the rows are on */
function foresee(name, refs, quietly) {
  const rows = rowsOf(refs);
  rows.forEach((row) => {
    row.classList.toggle(...LOOKS[name]);
    const flag = row.querySelector('.row-flag');
    if (name.endsWith('flag')) {
      flag.classList.toggle('flagged', name === 'flag');
      flag.formAction = flag.formAction.replace(/(un)?flag$/, name === 'flag' ? 'unflag' : 'flag');
    }
    row.querySelector('[name=ref]').checked &&= quietly;
  });
  if (document.activeElement?.closest('.list-acts') && !quietly) {
    rows[0]?.querySelector('.row-link').focus({ preventScroll: true });
  }
  rows[0]?.closest('form').dispatchEvent(new Event('change', { bubbles: true }));
  return [...new Set(rows.map((row) => row.closest('.rows').dataset.page))];
}

/** @param {HTMLElement} answer the list as it is now @param {() => void} [undo] takes the act back, where it changed anything */
function settle(answer, refs, quietly, undo) {
  recount(answer.querySelector('#folders'));
  refresh.from(answer, refs);
  const done = answer.querySelector('.notice[role=status]');
  if (done && !quietly) {
    toast(done.textContent, { undo });
  }
}

/** @param {unknown} error */
function wordsOf(error) {
  const problem = error instanceof Refused && error.page.querySelector('main');
  return problem ? [...problem.querySelectorAll('h1, h1 + p')].map((line) => line.textContent).join('. ') : document.getElementById('toasts').dataset.unreachable;
}
