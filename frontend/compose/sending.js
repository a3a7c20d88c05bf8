/** Sends what is written: once all files have arrived, and after a question where one seems forgotten. */

import { dialog } from 'restante/compose/dialog.js';
import { filesOf } from 'restante/compose/files.js';
import { keeperOf } from 'restante/compose/keeping.js';

const MOST_TRIES = 3;

/** @param {HTMLFormElement} form */
export default function sending(form) {
  let ready = false;
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[data-send]'));
    }
  });
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (ready || button?.closest('dialog')) {
      return;
    }
    event.preventDefault();
    if (form.ariaBusy === 'true') {
      return;
    }
    form.ariaBusy = 'true';
    // A form is not sent from within its own event, even where there is nothing to wait for.
    await new Promise((resolve) => setTimeout(resolve));
    const goes = await prepare(form, button);
    form.ariaBusy = 'false';
    if (!goes) {
      return;
    }
    if (form.closest('[data-place]')) {
      form.dispatchEvent(new CustomEvent('composer:submit', { bubbles: true, detail: button }));
    } else {
      ready = true;
      keeperOf(form).stop();
      if (button?.matches('[data-discard]')) {
        keeperOf(form).forget();
      }
      form.requestSubmit(button);
    }
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      ready = false;
      keeperOf(form).resume();
    }
  });
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button @returns {Promise<boolean>} whether to go on */
async function prepare(form, button) {
  if (button?.matches('[data-discard]')) {
    return true;
  }
  await filesOf(form).settled;
  const word = button?.matches('[data-send]') && !filesOf(form).any ? forgotten(form) : null;
  if (word) {
    form.closest('.composer').querySelector('[data-dialog=forgotten] [data-said]').textContent = form.dataset.forgotten.replace('{0}', word);
    if (!(await dialog(form, 'forgotten')).value) {
      return false;
    }
  }
  return isKept(form);
}

/** What the server has is sent from there, so that the window may go. @param {HTMLFormElement} form @returns {Promise<boolean>} */
async function isKept(form) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // More may have been typed while it was being kept.
    if (await keeperOf(form).save()) {
      return true;
    }
  }
  return form.elements.version.value === '0';
}

/** @param {HTMLFormElement} form @returns {string | null} a word that tells of a file, in what the person wrote */
function forgotten(form) {
  const written = form.querySelector('.rich-text')?.cloneNode(true);
  written?.querySelectorAll('blockquote').forEach((quotation) => quotation.remove());
  const text = written ? written.textContent : form.elements.text.value.replace(/^>.*$/gm, '');
  const all = `${form.elements.subject.value} ${text}`.toLocaleLowerCase();
  return form.dataset.words.split(',').map((word) => word.trim().toLocaleLowerCase()).find((word) => word && found(all, word)) ?? null;
}

/** In writing without spaces a word may stand anywhere, elsewhere at the beginning of one. */
function found(all, word) {
  const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word);
  return joined ? all.includes(word) : new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(all);
}
