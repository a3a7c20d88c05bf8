/** Shows in the window's title and on its small icon how many messages in the inbox are unread. */

let unread = '';
let plain = document.title;

/** @param {HTMLElement} folders */
export default function inbox(folders) {
  unread = folders.querySelector('[data-folder=INBOX]')?.dataset.unread ?? '';
  retitle(plain);
  const icon = document.querySelector('link[rel=icon]');
  icon.dataset.plain ??= icon.href;
  icon.href = unread ? `data:image/svg+xml,${encodeURIComponent(drawn())}` : icon.dataset.plain;
}

/** @param {string} title without the number */
export function retitle(title) {
  plain = title;
  document.title = unread ? `(${unread}) ${plain}` : plain;
}

function drawn() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--brand-on-light');
  const count = unread.length > 2 ? '99' : unread;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/>
    <path d="M6 12h20v13H6z M6 12l10 7.5L26 12" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/>
    <circle cx="22" cy="10" r="10" fill="#c62f21"/><text x="22" y="14.5" font-family="system-ui" font-size="13" font-weight="700" text-anchor="middle" fill="#fff">${count}</text></svg>`;
}
