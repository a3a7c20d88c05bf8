/**
 * Keeps what is being written: on the server within two seconds, and in this window until the server has it, so that nothing is lost
 * when the network breaks or the session ends. When writing pauses, the copy in the mailbox of drafts is renewed.
 */

import { dialog } from 'restante/compose/dialog.js';
import { ask, Refused } from 'restante/shared/ask.js';

const PAUSE = 1000;
const LONG_PAUSE = 30_000;
const MOST_TRIES_APART = 15_000;
const LARGEST_LAST = 60_000;
const FIELDS = ['sender', 'name', 'to', 'cc', 'bcc', 'replyTo', 'subject', 'text', 'priority', 'at', 'receipts'];

/** @type {WeakMap<HTMLFormElement, Keeper>} */
const keepers = new WeakMap();

/** @param {HTMLFormElement} form @returns {Keeper} */
export function keeperOf(form) {
  if (!keepers.has(form)) {
    keepers.set(form, new Keeper(form));
  }
  return keepers.get(form);
}

/** @param {HTMLFormElement} form */
export default function keeping(form) {
  keeperOf(form);
}

class Keeper {
  #form;
  #place;
  #timer = 0;
  #longTimer = 0;
  #aside = 0;
  #dirty = false;
  #unpublished = false;
  #saving = Promise.resolve(true);
  #tries = 0;
  #stopped = false;
  #asks = false;

  constructor(form) {
    this.#form = form;
    this.#place = `restante.draft.${form.dataset.draft}`;
    /** Whether anything was typed. */
    this.touched = false;
    /** What the server did not get before this page was loaded. */
    this.left = this.#found();
    this.#restore();
    if (!form.closest('[data-place]')) {
      history.replaceState(history.state, '', withId(form));
    }
    form.addEventListener('input', (event) => event.target.type !== 'file' && !event.target.closest('[data-unkept]') && this.changed());
    addEventListener('pagehide', this.#leaves);
    addEventListener('online', this.#online);
    if (this.left) {
      this.changed();
    }
  }

  #leaves = () => this.leave();
  #online = () => this.#dirty && this.#later(0);

  /** Something was typed, or is there again. */
  changed() {
    this.touched = true;
    this.#dirty = true;
    this.#unpublished = true;
    clearTimeout(this.#aside);
    this.#aside = setTimeout(() => this.#putAside(), 150);
    this.#say('');
    this.#later(PAUSE);
  }

  /** Saves now. @param {boolean} [publish] whether the copy in the mailbox of drafts is renewed too @returns {Promise<boolean>} whether the server has all */
  save(publish = false) {
    clearTimeout(this.#timer);
    // One after the other: two that start from the same version would be in each other's way.
    this.#saving = this.#saving.then(() => this.#send(publish));
    return this.#saving;
  }

  /** Nothing is saved any more: the draft is sent or gone. */
  stop() {
    this.#stopped = true;
    [this.#timer, this.#longTimer, this.#aside].forEach(clearTimeout);
    removeEventListener('pagehide', this.#leaves);
    removeEventListener('online', this.#online);
  }

  /** What was put aside is not needed any more. */
  forget() {
    sessionStorage.removeItem(this.#place);
  }

  resume() {
    this.#stopped = false;
  }

  /** The page or the composer is left: the mailbox of drafts gets its copy, without anybody waiting for it. */
  leave() {
    if (this.#stopped || !(this.#dirty || this.#unpublished)) {
      return;
    }
    this.#putAside();
    const data = this.#data();
    data.set('publish', 'true');
    const body = new URLSearchParams(data);
    fetch(this.#form.action, { method: 'POST', body, headers: { 'X-Region': 'kept' }, keepalive: body.toString().length < LARGEST_LAST }).then((answer) => answer.ok && this.forget(), () => {});
    this.#unpublished = false;
  }

  #later(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), pause);
  }

  async #send(publish) {
    if (this.#stopped || this.#asks || !(this.#dirty || publish)) {
      return !this.#dirty;
    }
    this.#dirty = false;
    const data = this.#data();
    data.set('publish', String(publish));
    try {
      const version = await ask(this.#form.action, 'kept', { method: 'POST', body: data });
      this.#version(version.value);
      this.#kept(publish);
      return !this.#dirty;
    } catch (error) {
      this.#dirty = true;
      this.#putAside();
      return (await this.#isMended(error)) && this.#send(publish);
    }
  }

  #kept(published) {
    this.#tries = 0;
    if (!this.#dirty) {
      clearTimeout(this.#aside);
      // The page may be on its way already, as it was before this was kept.
      this.#write({ kept: true });
      this.#say('saved');
    } else {
      this.#later(PAUSE);
    }
    if (!this.#form.closest('[data-place]') && !this.#stopped) {
      history.replaceState(history.state, '', this.#form.action);
    }
    this.#unpublished = this.#dirty || (this.#unpublished && !published);
    clearTimeout(this.#longTimer);
    if (this.#unpublished) {
      this.#longTimer = setTimeout(() => this.save(true), LONG_PAUSE);
    }
  }

  /** @param {Error} error @returns {Promise<boolean>} whether the person did something about it */
  async #isMended(error) {
    const refused = error instanceof Refused ? error : null;
    if (refused?.status === 409) {
      return this.#conflict(refused.page);
    }
    if (refused && (refused.page.querySelector('form.sign-in') || [401, 403].includes(refused.status))) {
      return this.#signIn();
    }
    this.#say('unsaved');
    this.#later(Math.min(MOST_TRIES_APART, PAUSE * 2 ** ++this.#tries));
    return false;
  }

  async #conflict(page) {
    this.#asks = true;
    const { value } = await dialog(this.#form, 'conflict');
    this.#asks = false;
    const mine = value !== 'theirs';
    if (!mine) {
      this.stop();
      this.forget();
      if (this.#form.closest('[data-place]')) {
        this.#form.dispatchEvent(new CustomEvent('composer:theirs', { bubbles: true }));
      } else {
        location.assign(this.#form.action);
      }
    } else {
      this.#version(page.querySelector('[name=version]').value);
    }
    return mine;
  }

  async #signIn() {
    this.#asks = true;
    this.#say('ended');
    const { signIn } = await import('restante/compose/sign-in.js');
    const signed = await signIn(this.#form.closest('.composer').querySelector('[data-dialog=ended]'));
    this.#asks = false;
    return signed;
  }

  #data() {
    const data = new FormData(this.#form);
    data.delete('file');
    return data;
  }

  #version(value) {
    this.#form.elements.version.value = value;
  }

  #putAside() {
    if (!this.#stopped && this.#dirty) {
      this.#write({});
    }
  }

  #write(more) {
    const data = this.#data();
    const values = [...FIELDS, 'html', 'version'].map((name) => [name, data.get(name) ?? '']);
    sessionStorage.setItem(this.#place, JSON.stringify({ ...Object.fromEntries(values), ...more }));
  }

  /** @returns {Record<string, string> | null} what was put aside, unless the page has it */
  #found() {
    const left = JSON.parse(sessionStorage.getItem(this.#place) ?? 'null');
    if (left?.kept && Number(left.version) <= Number(this.#form.elements.version.value)) {
      this.forget();
      return null;
    }
    return left;
  }

  #restore() {
    for (const name of this.left ? FIELDS : []) {
      // By its name: on a page of its own, what one types recipients into has the name as its id.
      const field = this.#form.querySelector(`[name=${name}]`);
      if (field?.type === 'checkbox') {
        field.checked = this.left[name] === field.value;
      } else if (field && (name !== 'text' || this.left.html === '')) {
        field.value = this.left[name];
        field.closest('.compose-people')?.dispatchEvent(new CustomEvent('people:set', { detail: this.left[name] }));
      }
    }
    if (this.left?.version) {
      this.#version(this.left.version);
    }
    if (this.left) {
      this.#form.dataset.format = this.left.html ? 'rich' : 'plain';
    }
  }

  /** @param {'saved' | 'unsaved' | 'ended' | ''} what */
  #say(what) {
    const state = this.#form.querySelector('[data-state]');
    state.textContent = what ? state.dataset[what] : '';
  }
}

/** @param {HTMLFormElement} form @returns {string} an address under which this page finds the same draft again */
function withId(form) {
  const here = new URL(location.href);
  if (here.pathname.endsWith('/compose')) {
    here.searchParams.set('id', form.dataset.draft);
  }
  return here.href;
}
