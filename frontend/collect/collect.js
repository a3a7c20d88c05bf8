/** Has mail collected from other accounts now and then, while a page is open; of several pages one does it. */

import { post } from 'restante/shared/post.js';

const EVERY = 120_000;

/** @param {HTMLFormElement} form */
export default function collect(form) {
  const run = () => post(form.action, new FormData(form), 'main').catch(() => {});
  navigator.locks?.request('collecting', () => {
    setInterval(run, EVERY);
    return new Promise(() => {});
  });
}
