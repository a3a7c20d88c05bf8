/** The composer's questions. */

/**
 * @param {HTMLFormElement} form the composer's
 * @param {string} name
 * @param {Record<string, string>} [values] of the dialogue's fields
 * @returns {Promise<{value: string} & Record<string, string>>} which button was pressed, empty for none, and the fields' values
 */
export function dialog(form, name, values = {}) {
  const asked = form.closest('.composer').querySelector(`[data-dialog=${name}]`);
  const fields = asked.querySelector('form').elements;
  for (const [field, value] of Object.entries(values)) {
    fields[field].value = value;
  }
  asked.returnValue = '';
  asked.showModal();
  return new Promise((resolve) => {
    const done = () => resolve({ value: asked.returnValue, ...Object.fromEntries(Object.keys(values).map((field) => [field, fields[field].value])) });
    asked.addEventListener('close', done, { once: true });
  });
}
