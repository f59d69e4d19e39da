import { fingerprint } from "./fingerprint.js";
import type { Gap, GapDraft } from "./gap.js";

/** Completes a gap with its stable id. Times do not enter the id: the same blindness is the same gap. */
export function gapOf(draft: GapDraft): Gap {
  const touches = { kinds: [], nodes: [], ...draft.touches };
  const { time: _time, ...place } = draft.at;
  const id = fingerprint(["gap", draft.reason, draft.message, place, touches]);
  return { id, reason: draft.reason, message: draft.message, at: draft.at, touches };
}
