/** Signing in again without leaving what one writes. */

import { documentOf } from 'restante/shared/trusted.js';

let running = null;

/** @param {HTMLDialogElement} asked @returns {Promise<boolean>} whether somebody is signed in again */
export function signIn(asked) {
  running ??= again(asked).finally(() => (running = null));
  return running;
}

async function again(asked) {
  const page = await documentOf(await fetch(asked.dataset.address));
  show(asked, page);
  if (!asked.open) {
    asked.showModal();
  }
  return new Promise((resolve) => {
    asked.addEventListener('close', () => resolve(asked.returnValue === 'in'), { once: true });
    asked.onsubmit = (event) => {
      event.preventDefault();
      send(asked, event.target);
    };
  });
}

/** @param {HTMLDialogElement} asked @param {HTMLFormElement} form */
async function send(asked, form) {
  form.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  form.elements.next.value = `${document.documentElement.dataset.base}outbox`;
  const body = new URLSearchParams(new FormData(form));
  const page = await documentOf(await fetch(form.action, { method: 'POST', body }));
  if (page.querySelector('form.sign-in')) {
    show(asked, page);
    return;
  }
  const token = page.querySelector('[name=_csrf]').value;
  document.querySelectorAll('[name=_csrf]').forEach((field) => (field.value = token));
  asked.close('in');
}

function show(asked, page) {
  const form = document.adoptNode(page.querySelector('form.sign-in'));
  asked.querySelector('[data-sign-in]').replaceChildren(form);
  (form.querySelector('[aria-invalid]') ?? form.querySelector('input:not([type=hidden])')).focus();
}
