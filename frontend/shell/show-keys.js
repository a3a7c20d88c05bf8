/** Shows the page of keyboard shortcuts over the one that is open. */

import { ask } from 'restante/shared/ask.js';

export async function show() {
  const address = document.querySelector('.account [data-keys]').href;
  try {
    const keys = await ask(address, 'keys');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'keys-title');
    dialog.append(keys);
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  } catch {
    location.assign(address);
  }
}
