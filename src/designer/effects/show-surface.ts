import { keepSurface, type Surface } from '../state/surface-choice.ts';
import type { ViewStore } from '../state/view-store.ts';

/** Shows the flow as a picture or as a list, now and when a flow is opened next. */
export function showSurface(view: Pick<ViewStore, 'setState'>, surface: Surface): void {
  view.setState({ surface, narrowTab: 'flow' });
  keepSurface(surface);
}
