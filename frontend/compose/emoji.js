/** A small choice of emoji; whoever wants others has those of the system. */

const SMALL = [
  '😀 😃 😄 😁 😆 😅 😂 🤣 🙂 😉 😊 😇 🥰 😍 😘 😋 😛 😜 🤔 🤨 😐 😑 🙄 😏 😌 😴 🤒 🤯 🥳 😎 🤓 😕 😟 🙁 😮 😯 😳 🥺 😢 😭 😱 😤 😠 😡 🤗 🤭 🤫',
  '👍 👎 👌 ✌️ 🤞 👋 🙏 👏 🙌 💪 🤝 ✍️ 👀 🧠 ❤️ 🧡 💛 💚 💙 💜 🖤 💔 💯 ✨ 🔥 ⭐ 🎉 🎊 🎁 🎂 🏆',
  '☀️ 🌤️ ☁️ 🌧️ ❄️ 🌈 🌱 🌳 🌹 🌻 🍀 🐶 🐱 🐻 🦊 🐝 🦋 🍎 🍕 🍰 ☕ 🍵 🍷 🍺 🏠 🏢 🚗 🚆 ✈️ 🚲 ⛵',
  '📅 📌 📎 📧 📝 📚 💡 🔔 🔑 🔒 💻 📱 📷 🎵 ⏰ ⌛ ✅ ❌ ⚠️ ❓ ❗ ➡️ ⬅️ ♻️',
];

/** @param {HTMLElement} popover @param {HTMLElement} opener @param {(emoji: string) => void} chosen */
export function emoji(popover, opener, chosen) {
  if (!popover.firstChild) {
    popover.append(...SMALL.flatMap((row) => row.split(' ')).map(button));
    popover.addEventListener('keydown', move);
  }
  popover.onclick = (event) => {
    if (event.target.closest('button')) {
      popover.hidePopover();
      chosen(event.target.textContent);
    }
  };
  popover.showPopover();
  const at = opener.getBoundingClientRect();
  popover.style.left = `${Math.max(8, Math.min(at.left, innerWidth - popover.offsetWidth - 8))}px`;
  popover.style.top = `${at.bottom + popover.offsetHeight + 8 > innerHeight ? Math.max(8, at.top - popover.offsetHeight - 4) : at.bottom + 4}px`;
  popover.querySelector('button').focus();
}

/** @param {string} emoji */
function button(emoji) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = emoji;
  return button;
}

/** @param {KeyboardEvent} event */
function move(event) {
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement);
  const row = Math.round(event.currentTarget.clientWidth / all[0].offsetWidth);
  const turns = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const by = { ArrowRight: turns, ArrowLeft: -turns, ArrowDown: row, ArrowUp: -row }[event.key];
  if (by) {
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + by))].focus();
  }
}
