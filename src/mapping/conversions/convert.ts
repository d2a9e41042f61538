import type { Json } from '../../shared/index.ts';
import type { Frame, Place } from '../evaluate/frame.ts';

/** One compiled conversion of a chain. */
export type Convert = (value: Json | undefined, frame: Frame) => Json | undefined;

/** A conversion of a value that is there. */
export type ConvertValue = (value: Json, frame: Frame, place: Place) => Json | undefined;
