/** Finds a folder among the choices by what is typed; the arrow keys walk, Enter chooses the first. */

/** @param {HTMLElement} choices */
export default function chooseFolder(choices) {
  const field = choices.closest('form').querySelector('.folder-find input');
  const all = [...choices.querySelectorAll('.folder-choice')];
  const shown = () => all.filter((choice) => !choice.hidden);
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/);
    all.forEach((choice) => (choice.hidden = !words.every((word) => plain(choice.textContent).includes(word))));
  });
  choices.closest('form').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const places = [field, ...shown()];
      places[(places.indexOf(document.activeElement) + step + places.length) % places.length].focus();
    } else if (event.key === 'Enter' && event.target === field) {
      event.preventDefault();
      shown()[0]?.click();
    }
  });
}

/** @param {string} text */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
