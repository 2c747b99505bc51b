import { StateField, type EditorState, type Extension } from '@codemirror/state';
import { showTooltip, type Tooltip } from '@codemirror/view';
import { callAt } from '../../sql/call';
import { signatureOf, type Names } from './names';

/** Above a call one is writing in: what goes between its brackets, the argument one is at in bold. */
export function signatureHelp(read: () => Names): Extension {
  return StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, transaction) {
      if (!transaction.docChanged && !transaction.selection) return tooltip;
      // Only while one writes or moves in it: not beside what is marked, nor when a text is given.
      return transaction.isUserEvent('given') ? null : tooltipIn(transaction.state, read);
    },
    provide: (field) => showTooltip.from(field),
  });
}

function tooltipIn(state: EditorState, read: () => Names): Tooltip | null {
  const { main } = state.selection;
  const call = main.empty ? callAt(state.doc.toString(), main.head) : undefined;
  const signature = call && signatureOf(call.name);
  if (!call || !signature) return null;
  return {
    pos: call.start,
    above: true,
    create: () => ({ dom: helpOf(signature.name, signature.parameters, call.argument, read()) }),
  };
}

function helpOf(name: string, parameters: readonly string[], at: number, names: Names): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-explained';
  const head = document.createElement('code');
  head.append(`${name}(`);
  parameters.forEach((parameter, index) => {
    const part = document.createElement(index === at ? 'strong' : 'span');
    part.textContent = parameter;
    head.append(index > 0 ? ', ' : '', part);
  });
  head.append(')');
  const says = document.createElement('div');
  says.textContent = names.words.functions[name] ?? '';
  box.append(head, says);
  return box;
}
