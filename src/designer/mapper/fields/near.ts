import { createContext, use, useEffect, useRef, useState, type RefObject } from 'react';

/** What is this far outside the window of the form is drawn already, so that scrolling and Tab meet no gap. */
const margin = '600px 0px';

/** Tells elements of one scrolling region when they come near what is in sight, and when they are far again. */
export interface NearWatch {
  watch(element: Element, onChange: (isNear: boolean) => void): () => void;
}

export const NearContext = createContext<NearWatch | undefined>(undefined);

export function createNearWatch(scroller: Element): NearWatch & { end(): void } {
  const told = new Map<Element, (isNear: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
    },
    { root: scroller, rootMargin: margin },
  );
  return {
    watch(element, onChange) {
      told.set(element, onChange);
      observer.observe(element);
      return () => {
        told.delete(element);
        observer.unobserve(element);
      };
    },
    end: () => observer.disconnect(),
  };
}

/**
 * Whether something in a long form has to be drawn. What has the focus, or keeps something open (`keeps`), stays drawn;
 * what is not drawn holds the height it had.
 */
export function useNear(
  element: RefObject<HTMLElement | null>,
  { isWanted, keeps, height }: { isWanted: boolean; keeps: boolean; height: number },
): { readonly isDrawn: boolean; readonly height: number } {
  const near = use(NearContext);
  const [isNear, setIsNear] = useState(false);
  const lastHeight = useRef(height);
  useEffect(() => {
    const { current } = element;
    if (near === undefined || current === null) return undefined;
    return near.watch(current, (comes) => {
      if (comes) setIsNear(true);
      else if (!keeps && !current.contains(document.activeElement)) {
        lastHeight.current = current.offsetHeight;
        setIsNear(false);
      }
    });
  }, [near, keeps, element]);
  return { isDrawn: isNear || isWanted, height: lastHeight.current };
}
