/** Facts that are asked of every subject of a kind, subject by subject as a scan asks them. */
export const ASKED = {
  role: ["trust", "chains", "privileges"],
  "data-store": ["placement"],
  "data-copy": ["placement"],
  record: ["leads"],
  zone: ["standing"],
};
export const FACTS = [...new Set(Object.values(ASKED).flat())];

export const OPTIONS = {
  data: {
    classes: { personal: { tags: ["data-class=personal"], allowed: { jurisdictions: ["EU"] } } },
  },
};
