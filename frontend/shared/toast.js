/** Says briefly, at the foot of the window, what was done or why not. */

const SHOWN = 6000;

/** @param {string} text @param {string} [kind] such as `error` */
export function toast(text, kind = '') {
  const place = document.getElementById('toasts');
  const said = document.createElement('p');
  said.className = `toast ${kind}`;
  said.textContent = text;
  place.replaceChildren(said);
  const leave = () => said.matches(':hover') ? setTimeout(leave, SHOWN) : said.remove();
  setTimeout(leave, kind === 'error' ? 2 * SHOWN : SHOWN);
}
