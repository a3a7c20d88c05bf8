/**
 * Starts the page's behaviours. An element with data-module="message/body-frame" gets frontend/message/body-frame.js at once: its default
 * export is called with the element. One with data-when="keydown" data-later="shell/keys" gets it when the first such event reaches it;
 * then the events that came by while the script was loading are handed over as well. What it does with Ctrl and the key that data-claims
 * names is kept from the browser from the first time on.
 */

/** @param {ParentNode & Node} root */
export function start(root) {
  for (const element of within(root, '[data-module]')) {
    element.dataset.module.split(' ').forEach((name) => load(name).then((behaviour) => behaviour(element, [])));
  }
  within(root, '[data-later]').forEach(wait);
}

/** Puts an element in the place of another. @param {Element} old @param {HTMLElement} fresh */
export function replace(old, fresh) {
  old.replaceWith(fresh);
  start(fresh);
}

/** @param {ParentNode & Node} root @param {string} selector @returns {HTMLElement[]} */
function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root instanceof Element && root.matches(selector) ? [root, ...found] : found;
}

/** @param {string} name @returns {Promise<(element: HTMLElement, missed: Event[]) => void>} */
const load = (name) => import(`restante/${name}.js`).then((module) => module.default);

/** @param {HTMLElement} element */
function wait(element) {
  const types = element.dataset.when.split(' ');
  /** @type {Event[]} */
  const missed = [];
  const miss = (event) => {
    missed.push(event);
    if ((event.ctrlKey || event.metaKey) && event.key === element.dataset.claims) {
      event.preventDefault();
    }
    if (missed.length === 1) {
      Promise.all(element.dataset.later.split(' ').map(load)).then((behaviours) => {
        types.forEach((type) => element.removeEventListener(type, miss));
        behaviours.forEach((behaviour) => behaviour(element, missed));
      });
    }
  };
  types.forEach((type) => element.addEventListener(type, miss));
}

start(document);
