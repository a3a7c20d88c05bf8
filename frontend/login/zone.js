/** Tells the server in which time zone to show times. */

/** @param {HTMLInputElement} field */
export default function zone(field) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
