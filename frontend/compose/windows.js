/**
 * Composers beside what one reads: in a window, in the place of the open message, or over the whole window; several at once. They are there
 * again when the page is loaded anew.
 */

import { follow } from 'restante/compose/following.js';
import { keeperOf } from 'restante/compose/keeping.js';
import { start } from 'restante/main.js';
import { ask } from 'restante/shared/ask.js';
import { documentOf } from 'restante/shared/trusted.js';

/** What one person left open is not the next one's. */
const OPEN = `restante.composers ${document.querySelector('.account .menu-head strong')?.textContent}`;
const HABIT = 'restante.composer';
const base = document.documentElement.dataset.base;
let shelf = null;

/** Opens those again that were open when the page was left. */
export const reopen = () => remembered().forEach(again);

/** One that the server has not got yet is in this window alone. @param {string} id */
function again(id) {
  open(`${base}drafts/${id}`, {}, null)
    .catch((error) => (sessionStorage.getItem(`restante.draft.${id}`) ? open(`${base}compose?id=${id}`, {}, null) : Promise.reject(error)))
    .catch(() => remember(id, false));
}

const remembered = () => JSON.parse(sessionStorage.getItem(OPEN) ?? '[]');

/** @param {string} id @param {boolean} on */
function remember(id, on) {
  const others = remembered().filter((other) => other !== id);
  sessionStorage.setItem(OPEN, JSON.stringify(on ? [...others, id] : others));
}

/** @param {HTMLAnchorElement} link */
export const write = (link) => open(link.href, {}, 'to');

/** Answers a message or passes it on. @param {HTMLFormElement} form @param {HTMLButtonElement | null} button */
export function answer(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  form.closest('details')?.removeAttribute('open');
  return open(button?.hasAttribute('formaction') ? button.formAction : form.action, { method: 'POST', body }, /^REPLY/.test(button?.value) ? 'text' : 'to');
}

/** @param {string} address @param {RequestInit} request @param {'to' | 'text' | null} focus what to type first */
async function open(address, request, focus) {
  // Both come at once, so that one can type at once.
  const script = import('restante/compose/rich.js');
  if (localStorage.getItem('restante.format') !== 'plain') {
    import('restante/compose/editor.js');
  }
  const opener = document.activeElement;
  const composer = await ask(address, 'composer', request);
  const form = composer.querySelector('.compose-form');
  const known = shelf?.querySelector(`[data-draft="${form.dataset.draft}"]`);
  if (known) {
    known.closest('.composer').querySelector('.rich-text, textarea:not([hidden])')?.focus();
    return;
  }
  await script;
  place(composer, localStorage.getItem(HABIT) ?? 'window');
  composer.dataset.fresh = request.method ?? '';
  if (focus) {
    form.dataset.focus = focus;
  }
  stand().append(composer);
  remember(form.dataset.draft, true);
  start(composer);
  listen(composer, opener);
  if (focus === 'to') {
    composer.querySelector('.compose-people input')?.focus();
  }
}

function listen(composer, opener) {
  composer.addEventListener('click', (event) => pressed(event, composer, opener));
  composer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.target.closest('dialog, [popover]')) {
      event.preventDefault();
      close(composer, opener);
    }
  });
  composer.addEventListener('composer:submit', ({ detail }) => send(composer, detail, opener));
  composer.addEventListener('composer:theirs', () => renew(composer));
}

function stand() {
  if (!shelf) {
    shelf = document.createElement('div');
    shelf.className = 'composers';
    document.getElementById('toasts').before(shelf);
    addEventListener('resize', () => shelf.querySelectorAll('.composer[data-place=pane]').forEach(fit));
  }
  return shelf;
}

/** @param {HTMLElement} composer @param {string} where */
function place(composer, where) {
  composer.dataset.place = where;
  composer.querySelectorAll('[data-place]').forEach((button) => (button.ariaPressed = button.dataset.place === 'close' ? null : String(button.dataset.place === where)));
  composer.removeAttribute('style');
  if (where === 'pane') {
    fit(composer);
  }
}

/** A composer in the pane lies where the open message does. @param {HTMLElement} composer */
function fit(composer) {
  const pane = [...document.querySelectorAll('.panes > .reader, .panes > .nothing, .panes > .list')].find((each) => each.offsetHeight > 0);
  const { left, top, width, height } = (pane ?? document.body).getBoundingClientRect();
  Object.assign(composer.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${Math.min(height, innerHeight - top)}px` });
}

function pressed(event, composer, opener) {
  const where = event.target.closest('button[data-place]')?.dataset.place;
  if (where === 'close') {
    close(composer, opener);
  } else if (where) {
    localStorage.setItem(HABIT, where);
    place(composer, where);
  }
}

/** An answer to which nothing was written is not one to keep; pictures that are still on their way are let come. @param {HTMLElement} composer */
async function discard(composer) {
  const address = composer.querySelector('[data-discard]').formAction;
  const body = new URLSearchParams({ _csrf: composer.querySelector('[name=_csrf]').value });
  const pictures = [...composer.querySelectorAll('.rich-text img')].filter((picture) => !picture.complete);
  await Promise.all(pictures.map((picture) => new Promise((resolve) => (picture.onload = picture.onerror = resolve))));
  fetch(address, { method: 'POST', body, keepalive: true }).catch(() => {});
}

function close(composer, opener) {
  const form = composer.querySelector('.compose-form');
  const keeper = keeperOf(form);
  if (composer.dataset.fresh && !keeper.touched) {
    discard(composer);
  } else {
    keeper.leave();
  }
  keeper.stop();
  gone(composer, opener);
}

function gone(composer, opener) {
  remember(composer.querySelector('.compose-form').dataset.draft, false);
  composer.remove();
  (opener?.isConnected ? opener : document.getElementById('main'))?.focus({ preventScroll: true });
}

async function renew(composer) {
  const { draft } = composer.querySelector('.compose-form').dataset;
  gone(composer, null);
  await open(`${base}drafts/${draft}`, {}, 'text');
}

/** @param {HTMLElement} composer @param {HTMLButtonElement | null} button */
async function send(composer, button, opener) {
  const form = composer.querySelector('.compose-form');
  const keeper = keeperOf(form);
  if (!button || !button.hasAttribute('formaction')) {
    await keeper.save(true);
    return;
  }
  keeper.stop();
  const body = new FormData(form);
  body.delete('file');
  try {
    const answer = await fetch(button.formAction, { method: 'POST', body, headers: { 'X-Region': 'composer' } });
    const page = await documentOf(answer);
    if (answer.ok && new URL(answer.url).pathname === `${base}outbox`) {
      keeper.forget();
      gone(composer, opener);
      if (button.matches('[data-send]')) {
        said(form);
      }
    } else if (page.body.firstElementChild?.matches('.composer')) {
      keeper.forget();
      replace(composer, document.adoptNode(page.body.firstElementChild), opener);
    } else {
      throw new TypeError('not a composer');
    }
  } catch {
    keeper.resume();
    keeper.changed();
  }
}

/** The server says what is wrong in a composer of its own. */
function replace(composer, fresh, opener) {
  const where = composer.dataset.place;
  composer.replaceWith(fresh);
  place(fresh, where);
  start(fresh);
  listen(fresh, opener);
  fresh.querySelector('[aria-invalid=true]')?.focus();
}

/** @param {HTMLFormElement} form */
function said(form) {
  const { draft, outbox } = form.dataset;
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
  follow(draft, outbox, async () => {
    const answer = await fetch(`${outbox}/${draft}/withdrawal`, { method: 'POST', body });
    open(answer.url, {}, 'text').catch(() => location.assign(outbox));
  });
}
