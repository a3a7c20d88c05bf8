/** Files that go with a message: chosen, dropped or pasted, sent one by one as they are, with progress, and to be cancelled. */

import { keeperOf } from 'restante/compose/keeping.js';

const keepers = new WeakMap();

/** @param {HTMLFormElement} form @returns {Files} */
export const filesOf = (form) => keepers.get(form);

/** @param {HTMLFormElement} form */
export default function files(form) {
  keepers.set(form, new Files(form));
}

class Files {
  #form;
  #section;
  #running = new Set();

  constructor(form) {
    this.#form = form;
    this.#section = form.querySelector('.compose-files');
    const input = form.elements.file;
    form.querySelector('.compose-choose').hidden = true;
    form.querySelector('[data-choose]').addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      this.add([...input.files]);
      input.value = '';
    });
    form.addEventListener('click', (event) => this.#remove(event));
    form.addEventListener('dragover', (event) => this.#over(event));
    form.addEventListener('dragleave', (event) => !form.contains(event.relatedTarget) && form.classList.remove('dropping'));
    form.addEventListener('drop', (event) => this.#drop(event));
  }

  /** @returns {boolean} whether anything is attached, or will be */
  get any() {
    return !!this.#section.querySelector('.chip');
  }

  /** @returns {Promise<unknown>} until what is on its way has arrived or not */
  get settled() {
    return Promise.allSettled(this.#running);
  }

  /** @param {File[]} files */
  add(files) {
    files.forEach((file) => this.#begin(file, false));
  }

  /** Sends a picture for the text. @param {File} file @returns {Promise<string | null>} its id; null where that did not work */
  async picture(file) {
    const row = await this.#begin(file, true);
    row?.remove();
    return row?.dataset.file ?? null;
  }

  #begin(file, inText) {
    this.#problem('');
    if (file.size > Number(this.#section.dataset.most)) {
      this.#problem(this.#section.dataset.large.replace('{0}', file.name));
      return Promise.resolve(null);
    }
    const work = this.#upload(file, inText).catch(() => null);
    this.#running.add(work);
    work.finally(() => this.#running.delete(work));
    return work;
  }

  async #upload(file, inText) {
    const request = new XMLHttpRequest();
    const row = progress(file, request, this.#section.dataset.cancel);
    this.#section.querySelector('ul').append(row);
    try {
      const key = crypto.randomUUID?.() ?? String(Math.random());
      if (!(await this.#isThere())) {
        throw new Error('the draft is not there yet');
      }
      let answer = await this.#send(request, row, file, inText, key);
      if (answer.status === 403 && (await keeperOf(this.#form).save(true))) {
        answer = await this.#send(request, row, file, inText, key);
      }
      const fresh = answer.status === 200 && answer.page?.querySelector('[data-file]');
      if (!fresh) {
        throw Object.assign(new Error(`status ${answer.status}`), { status: answer.status });
      }
      const adopted = document.adoptNode(fresh);
      row.replaceWith(adopted);
      keeperOf(this.#form).changed();
      return adopted;
    } catch (error) {
      row.remove();
      if (error.name !== 'AbortError') {
        const text = error.status === 413 ? this.#section.dataset.large : this.#section.dataset.failed;
        this.#problem(text.replace('{0}', file.name));
      }
      throw error;
    }
  }

  /** A file belongs to a draft that the server has. */
  async #isThere() {
    const keeper = keeperOf(this.#form);
    if (this.#form.elements.version.value === '0') {
      keeper.changed();
    }
    return (await keeper.save()) || this.#form.elements.version.value !== '0';
  }

  #send(request, row, file, inText, key) {
    const query = new URLSearchParams({ name: file.name, key, inText: String(inText) });
    return new Promise((resolve, reject) => {
      request.open('POST', `${this.#form.action}/uploads?${query}`);
      request.setRequestHeader('X-CSRF-Token', this.#form.elements._csrf.value);
      request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
      request.responseType = 'document';
      request.upload.onprogress = ({ loaded, total }) => (row.querySelector('progress').value = loaded / Math.max(1, total));
      request.onload = () => resolve({ status: request.status, page: request.response });
      request.onerror = () => reject(new Error('the network'));
      request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
      request.send(file);
    });
  }

  async #remove(event) {
    const button = event.target.closest('[data-remove]');
    if (!button) {
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams({ _csrf: this.#form.elements._csrf.value });
    const answer = await fetch(button.formAction.replace(/removal$/, 'deletion'), { method: 'POST', body }).catch(() => null);
    if (answer?.ok) {
      button.closest('.chip').remove();
      this.#form.querySelector('[data-choose]').focus();
    }
  }

  #over(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.#form.classList.add('dropping');
    }
  }

  #drop(event) {
    this.#form.classList.remove('dropping');
    if (!event.defaultPrevented && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      this.add([...event.dataTransfer.files]);
    }
  }

  #problem(text) {
    this.#section.querySelector('[data-problem]').textContent = text;
  }
}

/** @param {File} file @param {XMLHttpRequest} request @param {string} cancel */
function progress(file, request, cancel) {
  const row = document.createElement('li');
  row.className = 'chip uploading';
  const name = document.createElement('bdi');
  name.className = 'chip-name';
  name.textContent = file.name;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.ariaLabel = file.name;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.ariaLabel = cancel;
  button.addEventListener('click', () => {
    request.abort();
    row.remove();
  });
  row.append(name, bar, button);
  return row;
}
