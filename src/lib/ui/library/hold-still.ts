/** As long as it lives no text on the page can be written; it can still be marked and copied. */
export function holdStill(): () => void {
  const held = new Set<HTMLTextAreaElement>();
  const hold = () => {
    for (const field of document.querySelectorAll('textarea')) {
      if (field.readOnly) continue;
      field.readOnly = true;
      held.add(field);
    }
  };
  const watching = new MutationObserver(hold);
  watching.observe(document.body, { childList: true, subtree: true });
  hold();
  return () => {
    watching.disconnect();
    for (const field of held) field.readOnly = false;
  };
}
