import type { Message } from "sarif";
import { cut, visible } from "../visible.js";

const MAX_TEXT = 4096;

/**
 * Collected text as a SARIF message. What would be read as a placeholder (`{0}`, SARIF 2.1.0 §3.11.5)
 * or as an embedded link (`[text](target)`, §3.11.6) is escaped the way those sections ask.
 */
export function messageOf(text: string): Message {
  return { text: plain(text, MAX_TEXT) };
}

/** One line of safe text, ending in a full stop, as viewers expect of a sentence. */
export function sentence(text: string, limit = MAX_TEXT): string {
  const line = plain(text, limit).trim();
  return /[.!?]$/.test(line) && line !== "" ? line : `${line || "No text"}.`;
}

function plain(text: string, limit: number): string {
  const line = visible(cut(text, limit)).replace(/\{(\d+)\}/g, "{{$1}}");
  return line.includes("](") ? line.replace(/[[\]]/g, "\\$&") : line;
}
