/** The styles that the elements share with the app. */
import { unsafeCSS } from 'lit';
import apparatus from '../style/apparatus.css?raw';
import check from '../style/check.css?raw';
import contrast from '../style/contrast.css?raw';
import controls from '../style/controls.css?raw';
import figures from '../style/figures.css?raw';
import find from '../style/find.css?raw';
import force from '../style/force.css?raw';
import frame from '../style/frame.css?raw';
import narrow from '../style/narrow.css?raw';
import read from '../style/read.css?raw';
import threads from '../style/threads.css?raw';
import tokens from '../style/tokens.css?raw';
import type from '../style/type.css?raw';
import own from './own.css?raw';
import { scoped } from './scoped.js';

const sheets = [
  tokens,
  type,
  frame,
  controls,
  force,
  check,
  threads,
  apparatus,
  narrow,
  read,
  figures,
  find,
  contrast,
  own,
];

/** The styles of an element, in the order of the app's. */
export const styles = unsafeCSS(scoped(sheets.join('\n')));
