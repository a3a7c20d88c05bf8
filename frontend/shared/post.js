/** Sends forms without leaving the page. */

import { ask, Refused } from 'restante/shared/ask.js';

/** @param {FormData} form @returns {RequestInit} which goes on even when the page is left */
const request = (form) => {
  form.set('_csrf', document.querySelector('[name=_csrf]').value);
  return { method: 'POST', body: new URLSearchParams(form), keepalive: true };
};

/**
 * A token that has become too old, as by signing in again in another tab, is silently replaced once.
 *
 * @param {string} address
 * @param {FormData} form
 * @param {string} region what of the page is wanted that the answer leads to
 * @returns {Promise<HTMLElement>}
 */
export async function post(address, form, region, again = true) {
  try {
    return await ask(address, region, request(form));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 403 || !again) {
      throw error;
    }
    const fresh = await ask(location.href, 'mail');
    const token = fresh.querySelector('[name=_csrf]').value;
    document.querySelectorAll('[name=_csrf]').forEach((field) => (field.value = token));
    return post(address, form, region, false);
  }
}

/** Sends it without waiting for an answer, since the page is being left. @param {string} address @param {FormData} form */
export const postLast = (address, form) => fetch(address, request(form));
