/* Runs before anything is painted, so that panes do not jump: it gives them the widths that the person once dragged. */
for (const pane of ['folders', 'list']) {
  for (const side of ['width', 'height']) {
    const size = localStorage.getItem(`restante.${pane}-${side}`);
    if (/^\d+px$/.test(size)) {
      document.documentElement.style.setProperty(`--${pane}-${side}`, size);
    }
  }
}
