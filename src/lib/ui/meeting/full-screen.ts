/** Fills the screen where the browser allows it; `onleft` when the reader has left it. Gives what ends the watch. */
export function goFullScreen(element: HTMLElement | undefined, onleft: () => void): () => void {
  let full = false;
  const changed = () => {
    if (full && !document.fullscreenElement) onleft();
    full = document.fullscreenElement !== null;
  };
  document.addEventListener('fullscreenchange', changed);
  // It may be refused: then the meeting lies over the page.
  void Promise.resolve(element?.requestFullscreen?.({ navigationUI: 'hide' })).catch(() => {});
  return () => document.removeEventListener('fullscreenchange', changed);
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}
