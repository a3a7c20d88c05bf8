/** Changes what the panes show. */

import { ask, take } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';
import { retitle } from 'restante/shell/unread.js';

const mail = () => document.querySelector('.mail');
const list = () => document.getElementById('list');
const reader = () => document.getElementById('message');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const oneAtATime = matchMedia('(max-width: 48rem)');
/** How far the list was scrolled, by itself or with the page, before a message took its place. */
let scrolled = { list: 0, page: 0 };

/** @param {string} address @param {AbortSignal} signal */
export async function openList(address, signal) {
  busy(list());
  const fresh = await ask(address, 'mail', { signal });
  visibly(() => {
    replace(mail(), fresh);
    retitle(fresh.dataset.title);
    scrollTo(0, 0);
    focusOn(document.getElementById('list-title'));
  });
}

/** @param {string} address @param {{folder: string, ref: string}} place @param {AbortSignal} signal */
export async function openMessage(address, place, signal) {
  if (list().dataset.folder !== place.folder) {
    const fresh = await ask(address, 'mail', { signal });
    visibly(() => arrive(() => replace(mail(), fresh), fresh.dataset.title));
    return;
  }
  markOpen(place.ref);
  busy(reader());
  const fresh = await take(address, 'message', { signal });
  signal.throwIfAborted();
  if (mail().dataset.open === 'list') {
    scrolled = { list: list().scrollTop, page: scrollY };
    mail().dataset.listTitle ??= mail().dataset.title;
  }
  visibly(() => arrive(() => replace(reader(), fresh), fresh.dataset.title));
}

/** @param {() => void} change @param {string} title */
function arrive(change, title) {
  change();
  mail().dataset.open = 'message';
  markOpen(reader().dataset.ref);
  retitle(title);
  scrollTo(0, 0);
  reader().scrollTop = 0;
  focusOn(document.getElementById('subject'));
}

/**
 * Goes from a message back to the list it was opened from.
 *
 * @param {{folder: string, page: number, plain: boolean}} place
 * @returns {boolean} whether the page still holds that list
 */
export function closeMessage(place) {
  const holds = list().dataset.folder === place.folder && place.plain && list().querySelector(`.rows[data-page="${place.page}"]`);
  if (!holds) {
    return false;
  }
  const row = list().querySelector('.row.open');
  const hidden = list().offsetHeight === 0;
  busy(null);
  visibly(() => {
    mail().dataset.open = 'list';
    reader().replaceChildren();
    delete reader().dataset.ref;
    retitle(mail().dataset.listTitle ?? mail().dataset.title);
    if (hidden) {
      list().scrollTop = scrolled.list;
      scrollTo(0, scrolled.page);
    }
    markOpen(null);
    focusOn(row?.querySelector('.row-link') ?? document.getElementById('list-title'));
    row?.scrollIntoView({ block: 'nearest' });
  });
  return true;
}

/** @param {string | null} ref */
export function markOpen(ref) {
  list().querySelectorAll('.row.open').forEach((row) => row.classList.remove('open'));
  list().querySelector(`.row[data-ref="${ref}"]`)?.classList.add('open');
}

/** Shows what is being waited for; what was waited for before is so no longer. @param {HTMLElement | null} pane */
function busy(pane) {
  document.querySelectorAll('.pane[aria-busy]:not([data-skeleton])').forEach((other) => other.removeAttribute('aria-busy'));
  pane?.setAttribute('aria-busy', 'true');
}

/** Lets a screen reader and the keyboard go on at an element. @param {HTMLElement | null} element */
function focusOn(element) {
  element?.focus({ preventScroll: true });
}

/** Makes a change; where it is the whole window that changes, it fades over. @param {() => void} change */
function visibly(change) {
  if (document.startViewTransition && oneAtATime.matches && !calm.matches) {
    document.startViewTransition(change).finished.catch(() => {});
  } else {
    change();
  }
}
