/**
 * The keys that people know from other webmails, or those that they chose; they stay out of fields, and of what the browser does with
 * Ctrl, Alt and Meta.
 */

import { mark } from 'restante/message/act.js';
import { tick, tickAll } from 'restante/message/selection.js';
import { ticked } from 'restante/message/rows.js';
import { actOf } from 'restante/shell/keystrokes.js';

const FIELDS = 'input:not([type=checkbox], [type=radio]), select, textarea, dialog, [popover], [contenteditable]';
const reading = () => document.querySelector('.mail')?.dataset.open === 'message';
const message = () => document.getElementById('message');
const press = (selector) => {
  const found = document.querySelector(selector);
  found?.click();
  return found;
};
const follow = (folder) => press(`.folder[data-${folder}]`);

/** What the keys do, by the names that the server has for it; see Shortcut there. @type {Record<string, () => void>} */
const ACTS = {
  next: () => step(1),
  previous: () => step(-1),
  open: () => here()?.querySelector('.row-link').click(),
  back: () => reading() && press('#message [data-keep]'),
  select: () => here() && tick(here(), !here().querySelector('[name=ref]').checked),
  selectAll: () => tickAll(true),
  selectNone: () => tickAll(false),
  flag: () => (reading() ? press('#message [data-act$=flag]') : here()?.querySelector('.row-flag').click()),
  seen: () => on('seen'),
  unseen: () => on('unseen'),
  write: () => press('.masthead .write'),
  reply: () => reading() && press('#message [data-act=reply]'),
  replyAll: () => reading() && press('#message [data-act=replyAll]'),
  forward: () => reading() && press('#message [data-act=forward]'),
  archive: () => doing('[data-act=archive]'),
  delete: () => doing('[data-delete]'),
  junk: () => doing('[data-junk]'),
  move: () => doing('[data-act=move]'),
  label: () => doing('[data-act=label]'),
  undo: () => press('.toast button') ?? press('.notice .undo button'),
  inbox: () => follow('folder=INBOX'),
  drafts: () => follow('role=drafts'),
  sent: () => follow('role=sent'),
  palette: () => palette(),
  help: () => import('restante/shell/show-keys.js').then((module) => module.show()),
};

/** Held down, only these go on. */
const REPEATED = ['next', 'previous'];

/** @param {HTMLElement} page @param {KeyboardEvent[]} missed */
export default function keys(page, missed) {
  page.addEventListener('keydown', pressed);
  missed.forEach((event) => typedAhead(event) || pressed(event));
}

/** What was typed before the palette could open belongs into its field. @param {KeyboardEvent} event @returns {boolean} whether it did */
function typedAhead({ key, ctrlKey, metaKey, altKey }) {
  const field = document.querySelector('#palette[open] input');
  const typed = !!field && key.length === 1 && !ctrlKey && !metaKey && !altKey;
  if (typed) {
    field.value += key;
  }
  return typed;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    palette();
  } else if (!event.target.closest(FIELDS) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented) {
    if (event.key === 'Escape') {
      leave();
    } else {
      strike(event);
    }
  }
}

/** @param {KeyboardEvent} event */
function strike(event) {
  const act = actOf(event);
  if (act) {
    event.preventDefault();
    if (!event.repeat || REPEATED.includes(act)) {
      ACTS[act]();
    }
  }
}

/** Escape lets go of what is ticked, else of what is open. */
function leave() {
  if (ticked().length) {
    tickAll(false);
  } else if (reading()) {
    press('#message [data-keep]');
  }
}

const rows = () => [...document.querySelectorAll('#list .row[data-ref]')];

/** The field takes what is typed at once, even while its script is still loading. */
function palette() {
  const dialog = document.getElementById('palette');
  if (dialog && !dialog.open) {
    dialog.querySelector('input').value = '';
    dialog.showModal();
    import('restante/shell/palette.js').then((module) => dialog.open && module.open());
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
  const selection = document.querySelector('.messages [name=selection]')?.value;
  if (selection) {
    mark(act, [], false, { selection });
    return;
  }
  const refs = ticked().map((row) => row.dataset.ref);
  if (refs.length === 0 && reading() && act === 'unseen') {
    press('#message [data-act=unseen]');
  } else if (refs.length || reading() || here()) {
    mark(act, refs.length ? refs : [reading() ? message().dataset.ref : here().dataset.ref]);
  }
}

/** Does what a button does that both the list and the message have. @param {string} button its selector */
function doing(button) {
  if (ticked().length === 0 && reading()) {
    press(`#message ${button}`);
    return;
  }
  const act = document.querySelector(`.list-acts ${button}`)?.dataset.act;
  if (act) {
    const at = rows().indexOf(here());
    const rest = rows()[at + 1] ?? rows()[at - 1];
    on(act);
    if (at >= 0 && !document.activeElement?.closest('.row')) {
      rest?.querySelector('.row-link').focus({ preventScroll: true });
    }
  }
}
