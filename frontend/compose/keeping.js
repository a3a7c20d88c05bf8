/**
 * Keeps what is being written: on the server within two seconds, and in this window until the server has it, so that nothing is lost
 * when the network breaks or the session ends.
 */

import { ask, Refused } from 'restante/shared/ask.js';

const PAUSE = 1000;
const FIELDS = ['name', 'to', 'cc', 'bcc', 'replyTo', 'subject', 'text'];

/** @param {HTMLFormElement} form */
export default function keeping(form) {
  const place = `restante.draft.${form.dataset.draft}`;
  let timer = 0;
  let keeps = false;
  let changed = false;
  let leaving = false;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  const keep = async () => {
    if (keeps || leaving || !changed) {
      return;
    }
    keeps = true;
    changed = false;
    try {
      const version = await ask(form.action, 'kept', { method: 'POST', body: withoutFiles(form) });
      form.querySelector('[name=version]').value = version.value;
      if (!changed) {
        sessionStorage.removeItem(place);
        say(form, 'saved');
      }
      history.replaceState(history.state, '', form.action);
    } catch (error) {
      changed = true;
      say(form, error instanceof Refused && error.status !== 400 ? (error.status === 409 ? 'changed' : 'ended') : 'unsaved');
    } finally {
      keeps = false;
    }
    if (changed) {
      later();
    }
  };

  restore(form, place) && later();
  changed = !!sessionStorage.getItem(place);
  history.replaceState(history.state, '', withId(form));
  form.addEventListener('input', (event) => {
    if (event.target.type !== 'file') {
      changed = true;
      sessionStorage.setItem(place, JSON.stringify(typed(form)));
      say(form, '');
      later();
    }
  });
  form.addEventListener('submit', (event) => {
    if (leaving) {
      event.preventDefault();
      return;
    }
    leaving = true;
    clearTimeout(timer);
    if (event.submitter?.matches('[data-send], [data-discard]')) {
      sessionStorage.removeItem(place);
    }
  });
  addEventListener('pageshow', (event) => event.persisted && (leaving = false));
}

/** @param {HTMLFormElement} form @returns {string} an address under which this page finds the same draft again */
function withId(form) {
  const here = new URL(location.href);
  if (here.pathname.endsWith('/compose')) {
    here.searchParams.set('id', form.dataset.draft);
  }
  return here.href;
}

/** @param {HTMLFormElement} form */
function withoutFiles(form) {
  const data = new FormData(form);
  data.delete('file');
  return data;
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
const typed = (form) => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? '']));

/** Puts back what the server did not get. @param {HTMLFormElement} form @param {string} place @returns {boolean} */
function restore(form, place) {
  const left = JSON.parse(sessionStorage.getItem(place) ?? 'null');
  for (const name of left ? FIELDS : []) {
    if (form.elements[name] && left[name]) {
      form.elements[name].value = left[name];
    }
  }
  return !!left;
}

/** @param {HTMLFormElement} form @param {'saved' | 'unsaved' | 'ended' | 'changed' | ''} what */
function say(form, what) {
  const state = form.querySelector('[data-state]');
  state.textContent = what ? state.dataset[what] : '';
}
