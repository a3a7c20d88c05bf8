/** A field that finds folders and what can be done on this page by their names. */

import { ask } from 'restante/shared/ask.js';

const SHOWN = 50;
const dialog = document.getElementById('palette');
const field = dialog.querySelector('input');
const found = dialog.querySelector('ul');

/** @param {HTMLElement} button */
export default function palette(button) {
  button.addEventListener('click', open);
  open();
}

/** Opens it over the page. */
export function open() {
  if (!dialog.open) {
    field.value = '';
    dialog.showModal();
  }
  find();
  if (!folders()) {
    fetchFolders().then(find, () => {});
  }
}

/** @type {HTMLElement | null} the folders, where the page itself does not show them */
let fetched = null;

const folders = () => document.getElementById('folders') ?? fetched;

async function fetchFolders() {
  const mail = await ask(`${document.documentElement.dataset.base}mail/INBOX`, 'mail');
  fetched = mail.querySelector('#folders');
}

field.addEventListener('input', find);
field.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    choose(chosen() + step);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    found.children[chosen()]?.click();
  }
});
dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

/** Everything that could be meant: folders, links and buttons of this page, by the words on them. */
function offers() {
  const places = [...(folders()?.querySelectorAll('a.folder') ?? [])].map((link) => [link.querySelector('.folder-label').textContent, link]);
  const others = [...document.querySelectorAll('#message :is(.message-bar, .answers) [data-act], [data-command], .account .menu-items :is(a, button)')];
  return [...places, ...others.map((each) => [(each.querySelector('span') ?? each).textContent.trim(), each])];
}

function find() {
  const words = plain(field.value).split(/\s+/);
  const matching = offers().filter(([name]) => words.every((word) => plain(name).includes(word))).slice(0, SHOWN);
  found.replaceChildren(...matching.map(line));
  dialog.querySelector('.palette-none').hidden = matching.length > 0;
  choose(0);
}

/** In lower case, without accents, so that what is typed in a hurry is found too. @param {string} text */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();

function line([name, target], index) {
  const item = document.createElement('li');
  item.id = `palette-${index}`;
  item.setAttribute('role', 'option');
  const icon = target.querySelector('.icon')?.cloneNode(true);
  item.append(...(icon ? [icon] : []), name);
  item.addEventListener('click', () => {
    dialog.close();
    target.click();
  });
  return item;
}

const chosen = () => [...found.children].findIndex((item) => item.ariaSelected === 'true');

/** @param {number} index */
function choose(index) {
  const items = [...found.children];
  const at = items[(index + items.length) % (items.length || 1)];
  items.forEach((item) => (item.ariaSelected = String(item === at)));
  at?.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', at?.id ?? '');
}
