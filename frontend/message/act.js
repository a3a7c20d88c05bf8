/**
 * Acts on messages without leaving the page: at once on the screen, then on the server, whose answer has the last word on rows and counts.
 */

import { forget, Refused } from 'restante/shared/ask.js';
import { post, postLast } from 'restante/shared/post.js';
import { replace } from 'restante/main.js';
import { toast } from 'restante/shared/toast.js';
import { recount } from 'restante/folder/counts.js';
import { neighbour, follow } from 'restante/message/follow.js';
import { foresee } from 'restante/message/foresee.js';
import { refresh } from 'restante/message/rows.js';

/** Those after which the list is shown anew. */
const WHOLE = new Set(['purge', 'empty', 'undo', 'all-seen', 'clean']);

/**
 * @param {string} name such as `seen`
 * @param {string[]} refs
 * @param {boolean} [quietly] without saying that it was done
 * @param {Record<string, string>} [fields] what else the act needs, such as where `to`
 */
export function mark(name, refs, quietly = false, fields = {}) {
  const list = document.getElementById('list');
  if ('search' in list.dataset) {
    markFound(list, name, refs, fields);
    return;
  }
  const form = new FormData();
  refs.forEach((ref) => form.append('ref', ref));
  Object.entries(fields).forEach(([field, value]) => form.set(field, value));
  return act(`${document.documentElement.dataset.base}mail/${encodeURIComponent(list.dataset.folder)}/${name}`, form, quietly);
}

/** What was found lies in several folders: the form around it knows how. */
function markFound(list, name, refs, { to }) {
  list.querySelectorAll('.row [name=ref]').forEach((box) => (box.checked = refs.includes(box.value)));
  if (to) {
    list.querySelector('[name=to]').value = to;
  }
  list.querySelector(`.list-acts [data-act=${name}]`)?.click();
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
  const name = /\/undo\/\w+$/.test(address) ? 'undo' : address.slice(address.lastIndexOf('/') + 1);
  const refs = form.getAll('ref');
  const then = neighbour(refs);
  const foreseen = foresee(name, form, quietly);
  form.delete('message');
  form.set('page', foreseen.pages[0] ?? document.getElementById('list').dataset.page);
  const { filter, sort } = document.getElementById('list').dataset;
  Object.entries({ filter, sort }).filter(([, value]) => value).forEach(([name, value]) => form.set(name, value));
  if (quietly) {
    form.set('quietly', 'true');
  }
  const mine = { address, form, name, refs, quietly, then, whole: WHOLE.has(name) || form.has('selection'), ...foreseen };
  waiting.add(mine);
  last = last.then(() => waiting.delete(mine) && perform(mine));
  return last;
}

async function perform({ address, form, name, refs, pages, left, back, quietly, then, whole }) {
  try {
    const first = await post(address, form, 'mail');
    const answer = first.matches('.bulk') ? await (await import('restante/message/bulk.js')).run(first) : first;
    if (answer.matches('.question')) {
      back();
      (await import('restante/message/question.js')).put(answer);
      return;
    }
    forget();
    recount(answer.querySelector('#folders'));
    const empty = left && !document.querySelector('#list .row[data-ref]');
    say(answer, quietly);
    await (whole || empty || first.matches('.bulk') ? showAnew(answer) : settle(answer, refs, left ? [] : pages.slice(1)));
    if (!quietly) {
      await follow(name, refs, then);
    }
  } catch (error) {
    back();
    pages.forEach((page) => refresh(page, refs).catch(() => {}));
    toast(wordsOf(error), { error: true });
  }
}

/** @param {HTMLElement} answer the list as it is now @param {string[]} pages further ones that the rows are on */
function settle(answer, refs, pages) {
  refresh.from(answer, refs);
  document.querySelector('#list .list-offers')?.remove();
  const offers = answer.querySelector('.list-offers');
  if (offers) {
    document.querySelector('#list .rows')?.before(offers);
  }
  return Promise.all(pages.map((page) => refresh(page, refs)));
}

/** @param {HTMLElement} answer a list, perhaps of another folder than the one on the page */
function showAnew(answer) {
  const list = document.getElementById('list');
  if (list.dataset.folder === answer.dataset.folder) {
    const fresh = answer.querySelector('#list');
    fresh.querySelector('.notice.done')?.remove();
    replace(list, fresh);
  }
}

/** @param {HTMLElement} answer @param {boolean} quietly */
function say(answer, quietly) {
  const done = answer.querySelector('.notice.done');
  if (done && !quietly) {
    const undo = done.querySelector('.undo');
    toast(done.querySelector('.done-text').textContent, { undo: undo ? () => act(undo.action, new FormData(undo)) : undefined });
  }
}

/** @param {unknown} error */
function wordsOf(error) {
  const problem = error instanceof Refused && error.page.querySelector('main');
  return problem ? [...problem.querySelectorAll('h1, h1 + p')].map((line) => line.textContent).join('. ') : document.getElementById('toasts').dataset.unreachable;
}
