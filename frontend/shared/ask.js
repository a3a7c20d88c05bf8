/** Asks the server for a part of a page; see Region on the server. */

import { documentOf } from 'restante/shared/trusted.js';

/** An answer that is not what was asked for: an error page, or the sign-in page. */
export class Refused extends Error {
  /** @param {number} status @param {Document} page */
  constructor(status, page) {
    super(`status ${status}`);
    this.status = status;
    this.page = page;
  }
}

const FRESH = 60_000;
const MOST = 24;
/** @type {Map<string, {since: number, answer: Promise<HTMLElement>}>} */
const kept = new Map();

/**
 * @param {string} address
 * @param {string} region such as `message`
 * @param {RequestInit} [request]
 * @returns {Promise<HTMLElement>} the element that is the region
 */
export async function ask(address, region, request = {}) {
  const answer = await fetch(address, { ...request, headers: { 'X-Region': region } });
  const page = await documentOf(answer);
  const element = page.body.firstElementChild;
  if (!answer.ok || !element || page.querySelector('.masthead')) {
    throw new Refused(answer.status, page);
  }
  return document.adoptNode(element);
}

/** Asks in advance; the answer waits a minute for {@link take}. */
export function keep(address, region) {
  const key = `${region} ${address}`;
  if (Date.now() - (kept.get(key)?.since ?? 0) < FRESH) {
    return;
  }
  const answer = ask(address, region, { priority: 'low' });
  answer.catch(() => kept.delete(key));
  kept.set(key, { since: Date.now(), answer });
  if (kept.size > MOST) {
    kept.delete(kept.keys().next().value);
  }
}

/** Gives what was asked for in advance, once; else asks now. */
export function take(address, region, request) {
  const key = `${region} ${address}`;
  const found = kept.get(key);
  kept.delete(key);
  return found && Date.now() - found.since < FRESH ? found.answer.catch(() => ask(address, region, request)) : ask(address, region, request);
}

/** Forgets what was asked for in advance, since something has changed. */
export const forget = () => kept.clear();
