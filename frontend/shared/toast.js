/** Says briefly, at the foot of the window, what was done or why not, and may offer to take it back. */

const SHOWN = 6000;

/** @param {string} text @param {{error?: boolean, undo?: () => void}} [more] */
export function toast(text, { error = false, undo } = {}) {
  const place = document.getElementById('toasts');
  const said = document.createElement('p');
  said.className = error ? 'toast error' : 'toast';
  said.textContent = text;
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = place.dataset.undo;
    button.addEventListener('click', () => {
      said.remove();
      undo();
    });
    said.append(button);
  }
  place.replaceChildren(said);
  const leave = () => (said.matches(':hover, :focus-within') ? setTimeout(leave, SHOWN) : said.remove());
  setTimeout(leave, error ? 2 * SHOWN : SHOWN);
}
