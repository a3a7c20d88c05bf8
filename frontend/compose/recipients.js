/**
 * Recipients as chips, with completion from those the person has written to (ARIA Authoring Practices, combobox with a list). The form's
 * field stays, hidden, and holds the whole list as it would be typed.
 */

const ADDRESS = /^[^\s@"(),:;<>[\\\]]+(\.[^\s@"(),:;<>[\\\]]+)*@([\p{L}\p{N}\p{M}-]+(\.[\p{L}\p{N}\p{M}-]+)*|\[[0-9a-f.:]+\])$/iu;
const QUOTED = /^"[^"\\]+"@[\p{L}\p{N}.-]+$/u;
const SHOWN = 8;
const COLLAPSES_AT = 12;
const OFFERED = 8;

/** @param {HTMLElement} line */
export default function recipients(line) {
  new Recipients(line);
}

class Recipients {
  #line;
  #input;
  #field;
  #list;
  #chips;
  #error;
  #people = [];
  #active = -1;
  #known;

  constructor(line) {
    this.#line = line;
    this.#input = line.querySelector('input');
    this.#error = line.querySelector('.field-error');
    this.#known = [...(this.#input.list?.options ?? [])].map((option) => option.value);
    this.#build();
    this.#take(this.#input.value);
    this.#input.value = '';
    this.#show();
    this.#listen();
  }

  #build() {
    const { name, id } = this.#input;
    this.#field = document.createElement('input');
    Object.assign(this.#field, { type: 'hidden', name, value: this.#input.value });
    this.#input.removeAttribute('name');
    this.#input.removeAttribute('list');
    this.#input.role = 'combobox';
    this.#input.ariaAutoComplete = 'list';
    this.#input.ariaExpanded = 'false';
    this.#input.setAttribute('aria-controls', `${id}-offers`);
    this.#input.dataset.unkept = '';
    this.#list = document.createElement('ul');
    Object.assign(this.#list, { id: `${id}-offers`, role: 'listbox', className: 'people-offers', hidden: true, ariaLabel: this.#line.dataset.known });
    this.#chips = document.createElement('div');
    this.#chips.className = 'people-field';
    this.#input.before(this.#chips);
    this.#chips.append(this.#input);
    this.#chips.after(this.#list);
    this.#line.append(this.#field);
  }

  #listen() {
    const form = this.#line.closest('form');
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('paste', (event) => this.#paste(event));
    this.#input.addEventListener('blur', () => this.#finish());
    this.#input.addEventListener('focus', () => this.#show());
    this.#chips.addEventListener('click', (event) => this.#click(event));
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#choose(event.target.closest('[role=option]')));
    form.addEventListener('formdata', ({ formData }) => formData.set(this.#field.name, this.#whole()));
    this.#line.addEventListener('people:set', ({ detail }) => {
      this.#people = [];
      this.#take(detail);
      this.#changed();
    });
  }

  /** What is being typed belongs to the list, be it finished or not. */
  #whole() {
    return [...this.#people, this.#input.value.trim()].filter(Boolean).join(', ');
  }

  #changed() {
    this.#field.value = this.#whole();
    this.#show();
    this.#field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #typed() {
    const { value } = this.#input;
    const parts = split(value);
    if (parts.length > 1 || /[,;]\s*$/.test(value)) {
      const open = /[,;]\s*$/.test(value) ? '' : parts.pop();
      this.#people.push(...parts.map(tidy).filter(Boolean));
      this.#input.value = open;
      this.#changed();
    }
    this.#offer();
    this.#field.value = this.#whole();
    this.#field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** @param {string} text */
  #take(text) {
    this.#people.push(...split(text).map(tidy).filter((each) => each && !this.#people.includes(each)));
  }

  /** A list from elsewhere: one a line, or separated. @param {ClipboardEvent} event */
  #paste(event) {
    const text = event.clipboardData.getData('text/plain');
    if (/[\n,;]/.test(text.trim())) {
      event.preventDefault();
      this.#take(`${this.#input.value}${text}`.replace(/[\r\n\t]+/g, ', '));
      this.#input.value = '';
      this.#changed();
    }
  }

  #finish() {
    this.#close();
    if (this.#input.value.trim()) {
      this.#take(this.#input.value);
      this.#input.value = '';
      this.#changed();
    } else {
      this.#show();
    }
  }

  #key(event) {
    const options = [...this.#list.children];
    const open = !this.#list.hidden;
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        this.#offer(true);
      } else {
        this.#activate((this.#active + (key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
      }
    } else if (key === 'Escape' && open) {
      event.stopPropagation();
      this.#close();
    } else if (key === 'Delete' && event.shiftKey && open && this.#active >= 0) {
      event.preventDefault();
      this.#forget(options[this.#active].dataset.value);
    } else if ((key === 'Enter' || key === 'Tab') && open && this.#active >= 0) {
      event.preventDefault();
      this.#choose(options[this.#active]);
    } else if (key === 'Enter') {
      event.preventDefault();
      this.#finish();
    } else if (key === 'Backspace' && !this.#input.value && this.#people.length) {
      event.preventDefault();
      this.#input.value = bare(this.#people.pop());
      this.#changed();
    }
  }

  #click(event) {
    const remove = event.target.closest('[data-remove-person]');
    if (remove) {
      this.#people.splice(Number(remove.dataset.removePerson), 1);
      this.#changed();
    }
    this.#input.focus();
  }

  /** @param {boolean} [all] also where nothing is typed yet */
  #offer(all = false) {
    const typed = fold(this.#input.value.trim());
    const fresh = this.#known.filter((known) => !this.#people.some((person) => addressOf(person) === addressOf(known)));
    const found = typed || all ? fresh.filter((known) => fold(known).split(/[\s"<@.]+/).some((word) => word.startsWith(typed)) || fold(known).includes(typed)).slice(0, OFFERED) : [];
    this.#list.replaceChildren(...found.map((known, index) => option(known, `${this.#list.id}-${index}`)));
    this.#list.hidden = found.length === 0;
    this.#input.ariaExpanded = String(found.length > 0);
    this.#activate(typed && found.length ? 0 : -1);
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((each, at) => (each.ariaSelected = String(at === index)));
    const active = this.#list.children[index];
    if (active) {
      this.#input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #close() {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.ariaExpanded = 'false';
    this.#activate(-1);
  }

  #choose(chosen) {
    if (chosen) {
      this.#people.push(chosen.dataset.value);
      this.#input.value = '';
      this.#close();
      this.#changed();
    }
  }

  #forget(known) {
    this.#known.splice(this.#known.indexOf(known), 1);
    const body = new URLSearchParams({ address: addressOf(known), _csrf: this.#line.closest('form').elements._csrf.value });
    fetch(this.#line.dataset.forget, { method: 'POST', body }).catch(() => {});
    this.#offer(true);
  }

  #show() {
    const collapsed = this.#people.length > COLLAPSES_AT && !this.#chips.matches(':focus-within');
    const shown = collapsed ? this.#people.slice(0, SHOWN) : this.#people;
    this.#chips.querySelectorAll('.chip, .people-all').forEach((chip) => chip.remove());
    this.#input.before(...shown.map((person, index) => this.#chip(person, index)));
    if (collapsed) {
      const all = document.createElement('button');
      Object.assign(all, { type: 'button', className: 'quiet people-all', textContent: this.#line.dataset.all.replace('{0}', this.#people.length) });
      this.#input.before(all);
    }
    const wrong = this.#people.filter((person) => !isSound(person));
    this.#error.textContent = wrong.length ? this.#line.dataset.wrong.replace('{0}', wrong.join(', ')) : '';
    this.#input.ariaInvalid = wrong.length ? 'true' : null;
  }

  #chip(person, index) {
    const chip = document.createElement('span');
    chip.className = isSound(person) ? 'chip' : 'chip wrong';
    chip.title = person;
    const name = document.createElement('bdi');
    name.className = 'chip-name';
    name.textContent = nameOf(person) || person;
    const remove = document.createElement('button');
    Object.assign(remove, { type: 'button', textContent: '×', ariaLabel: this.#line.dataset.remove.replace('{0}', person), tabIndex: -1 });
    remove.dataset.removePerson = index;
    chip.append(name, remove);
    return chip;
  }
}

function option(known, id) {
  const option = document.createElement('li');
  Object.assign(option, { id, role: 'option' });
  option.dataset.value = known;
  const name = document.createElement('bdi');
  name.textContent = nameOf(known);
  const address = document.createElement('bdi');
  address.className = 'field-hint';
  address.textContent = addressOf(known);
  option.append(...(name.textContent ? [name, ' '] : []), address);
  return option;
}

/** @param {string} text @returns {string[]} its members: commas and semicolons within quotes or brackets separate nothing */
function split(text) {
  const members = text.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|\([^)]*\)|[^,;"<(]|["<(])+/g) ?? [];
  return members.flatMap((member) => (/["<(]/.test(member) || (member.match(/@/g) ?? []).length < 2 ? [member] : member.trim().split(/\s+/)));
}

const tidy = (text) => text.trim().replace(/\s+/g, ' ').replace(/^mailto:/i, '');
const addressOf = (person) => (/<([^<>]*)>\s*$/.exec(person)?.[1] ?? person).trim();
const nameOf = (person) => (/^(.*)<[^<>]*>\s*$/.exec(person)?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');
const bare = (person) => person;
const isSound = (person) => ADDRESS.test(addressOf(person)) || QUOTED.test(addressOf(person));
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
