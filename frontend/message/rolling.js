/**
 * Lets the list go on without end: the next rows are asked for before they are reached, and those far away are taken out of the page,
 * their place held, so that a hundred thousand rows weigh no more than a few hundred.
 */

import { ask } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';
import { filtered } from 'restante/message/rows.js';

const NEAR = '1600px 0px';
const FAR = '3200px 0px';
const TOP = '-20% 0px -79% 0px';
const MOST = 40;

/** How many rows come into the page within one frame: all of a page at once would hold it still. */
const PIECE = 6;

/** @param {HTMLElement} list */
export default function rolling(list) {
  if (list.dataset.skeleton) {
    fill(list);
    return;
  }
  const first = list.querySelector('.rows');
  if (!first) {
    return;
  }
  list.classList.add('rolling');
  join(first, '');
  first.dataset.from = first.dataset.page ? `?page=${first.dataset.page}${filtered(list)}` : location.href;
  const end = document.createElement('div');
  first.after(end);
  list.querySelector(`.row[data-ref="${document.getElementById('message')?.dataset.ref}"]`)?.classList.add('open');
  const root = scroller(list);
  const far = new IntersectionObserver((entries) => entries.forEach((entry) => (entry.isIntersecting ? restore : remove)(entry.target)), { root, rootMargin: FAR });
  far.observe(first);
  const top = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => say(list, entry.target)), { root, rootMargin: TOP });
  top.observe(first);
  let asking = false;
  const near = new IntersectionObserver(async (entries) => {
    const last = end.previousElementSibling;
    // On a busy machine several come at once, and only the newest says how it is.
    if (!entries.at(-1).isIntersecting || asking || !last.dataset.next) {
      return;
    }
    asking = true;
    near.unobserve(end);
    const goOn = () => {
      list.classList.add('rolling');
      near.observe(end);
    };
    await append(last, end).then((rows) => [far, top].forEach((observer) => observer.observe(rows))).then(goOn, () => pause(list, goOn));
    asking = false;
  }, { root, rootMargin: NEAR });
  near.observe(end);
}

/** Where the next rows do not come, the list has pages until there is a network again. @param {HTMLElement} list @param {() => void} goOn */
function pause(list, goOn) {
  list.classList.remove('rolling');
  addEventListener('online', goOn, { once: true });
}

/** A message was opened by its address: the list beside it comes when there is room for it. @param {HTMLElement} list */
function fill(list) {
  const visible = new IntersectionObserver(async (entries) => {
    if (entries.at(-1).isIntersecting) {
      visible.disconnect();
      const mail = await ask(`${addressOf(list)}?page=${list.dataset.page}${filtered(list)}`, 'mail');
      if (list.isConnected) {
        document.querySelector('.mail').dataset.listTitle = mail.dataset.title;
        replace(list, mail.querySelector('#list'));
      }
    }
  });
  visible.observe(list);
}

/** @param {HTMLElement} list */
const addressOf = (list) => `${document.documentElement.dataset.base}mail/${encodeURIComponent(list.dataset.folder)}`;

/** @param {HTMLElement} list @returns {HTMLElement | null} what scrolls: the pane, or null for the window */
const scroller = (list) => (getComputedStyle(list).overflowY === 'auto' ? list : null);

/** @param {HTMLElement} last @param {HTMLElement} end */
async function append(last, end) {
  const rows = await ask(last.dataset.next, 'rows');
  rows.dataset.from = last.dataset.next;
  join(rows, last.dataset.day);
  const nodes = [...rows.children];
  rows.replaceChildren();
  end.before(rows);
  await pour(rows, nodes);
  return rows;
}

/** @type {Map<HTMLElement, Element[]>} what is on its way into the page */
const coming = new Map();

/** @param {HTMLElement} rows @param {Element[]} nodes what belongs there, little by little @returns {Promise<boolean>} whether all of it is there */
async function pour(rows, nodes) {
  coming.set(rows, nodes);
  while (nodes.length > 0 && coming.get(rows) === nodes) {
    rows.append(...nodes.splice(0, PIECE));
    await new Promise(requestAnimationFrame);
  }
  return coming.get(rows) === nodes && coming.delete(rows);
}

/** Takes the first heading away where the rows above are of the same day. @param {HTMLElement} rows @param {string} above */
function join(rows, above) {
  const days = rows.querySelectorAll('.day');
  rows.dataset.above = above;
  rows.dataset.day = days[days.length - 1]?.textContent ?? above;
  if (days[0] && days[0].textContent === above) {
    days[0].remove();
  }
}

/** Says beside the heading which rows are in view; what was found is not numbered. @param {HTMLElement} list @param {HTMLElement} rows */
function say(list, rows) {
  list.querySelector('.list-range')?.replaceChildren(rows.getAttribute('aria-label'));
}

/** @type {Map<HTMLElement, Element[]>} what was taken out, the longest ago first */
const taken = new Map();

/** @param {HTMLElement} rows */
function remove(rows) {
  const inUse = rows.contains(document.activeElement) || rows.querySelector(':checked, .open');
  const height = rows.offsetHeight;
  if (inUse || taken.has(rows) || !height || !rows.firstElementChild) {
    return;
  }
  rows.style.blockSize = `${rows.getBoundingClientRect().height}px`;
  taken.set(rows, [...rows.children, ...(coming.get(rows) ?? [])]);
  coming.delete(rows);
  rows.replaceChildren();
  if (taken.size > MOST) {
    taken.delete(taken.keys().next().value);
  }
}

/** @param {HTMLElement} rows */
async function restore(rows) {
  if (!rows.style.blockSize || coming.has(rows)) {
    return;
  }
  const nodes = taken.get(rows) ?? (await anew(rows));
  taken.delete(rows);
  if (nodes && !rows.firstElementChild && (await pour(rows, nodes))) {
    rows.style.blockSize = '';
  }
}

/** @param {HTMLElement} rows @returns {Promise<Element[] | null>} what they are by now */
async function anew(rows) {
  const address = new URL(rows.dataset.from, location.origin + addressOf(rows.closest('.list')));
  const fresh = await ask(address.href, 'rows').catch(() => null);
  if (fresh) {
    join(fresh, rows.dataset.above);
  }
  return fresh && [...fresh.children];
}
