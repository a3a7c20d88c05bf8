/** Asks to be led to the inbox once the message is sent off; there a toast follows it. Without a script one is led to the outbox. */

/** @param {HTMLElement} options */
export default function follow(options) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'follows';
  field.value = 'true';
  options.append(field);
}
