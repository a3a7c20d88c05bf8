/** The keys that people know from other webmails; they stay out of fields, and of what the browser does with Ctrl, Alt and Meta. */

import { mark } from 'restante/message/act.js';
import { tick } from 'restante/message/selection.js';
import { ticked } from 'restante/message/rows.js';

const SEQUENCE = 1500;
const reading = () => document.querySelector('.mail')?.dataset.open === 'message';
const message = () => document.getElementById('message');
const press = (selector) => document.querySelector(selector)?.click();
const follow = (folder) => press(`.folder[data-${folder}]`);

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => here()?.querySelector('.row-link').click(),
  u: () => reading() && press('#message [data-keep]'),
  Escape: () => (ticked().length ? ticked().forEach((row) => tick(row, false)) : reading() && press('#message [data-keep]')),
  x: () => here() && tick(here(), !here().querySelector('[name=ref]').checked),
  s: () => (reading() ? press('#message [data-act$=flag]') : here()?.querySelector('.row-flag').click()),
  I: () => on('seen'),
  U: () => on('unseen'),
  '?': () => import('restante/shell/show-keys.js').then((module) => module.show()),
  '/': () => palette(),
  'g i': () => follow('folder=INBOX'),
  'g d': () => follow('role=drafts'),
  'g t': () => follow('role=sent'),
};

let before = '';

/** @param {HTMLElement} page @param {KeyboardEvent[]} missed */
export default function keys(page, missed) {
  page.addEventListener('keydown', pressed);
  missed.forEach(pressed);
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    palette();
    return;
  }
  const inField = event.target.closest('input:not([type=checkbox]), select, textarea, dialog, [popover], [contenteditable]');
  const off = document.documentElement.dataset.shortcuts === 'off' && event.key !== 'Escape';
  const key = before + event.key;
  before = '';
  if (inField || off || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  if (KEYS[key]) {
    event.preventDefault();
    KEYS[key]();
  } else if (event.key === 'g') {
    before = 'g ';
    setTimeout(() => (before = ''), SEQUENCE);
  }
}

const rows = () => [...document.querySelectorAll('#list .row[data-ref]')];

/** The field takes what is typed at once, even while its script is still loading. */
function palette() {
  const dialog = document.getElementById('palette');
  if (dialog && !dialog.open) {
    dialog.querySelector('input').value = '';
    dialog.showModal();
    import('restante/shell/palette.js').then((module) => module.open());
  }
}

/** The row that is meant: the one with the focus, else the open one. */
function here() {
  return document.activeElement?.closest('.row[data-ref]') ?? document.querySelector('#list .row.open');
}

/** @param {1 | -1} by */
function step(by) {
  const at = rows().indexOf(here());
  const row = rows()[at < 0 ? 0 : at + by];
  if (reading()) {
    row?.querySelector('.row-link').click();
  } else {
    row?.querySelector('.row-link').focus();
  }
  row?.scrollIntoView({ block: 'nearest' });
}

/** @param {string} act done to the ticked messages, else to the open one, else to the one with the focus */
function on(act) {
  const refs = ticked().map((row) => row.dataset.ref);
  if (refs.length === 0 && reading() && act === 'unseen') {
    press('#message [data-act=unseen]');
  } else if (refs.length || reading() || here()) {
    mark(act, refs.length ? refs : [reading() ? message().dataset.ref : here().dataset.ref]);
  }
}
