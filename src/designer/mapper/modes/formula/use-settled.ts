import { useEffect, useState } from 'react';

const afterMs = 800;

/** Whether a person has stopped typing: the moment to say what is wrong. What was there at the beginning is settled. */
export function useSettled(text: string): boolean {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), afterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === text;
}
