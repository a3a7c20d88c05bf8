/**
 * Starts the page's behaviours: an element that bears data-module="message/body-frame" gets frontend/message/body-frame.js, whose default
 * export is called with the element. Scripts are loaded only where an element asks for them.
 */
for (const element of document.querySelectorAll('[data-module]')) {
  import(`restante/${element.dataset.module}.js`).then((module) => module.default(element));
}
