const UNITS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };
const WEEK = 7 * 86_400;

/**
 * Seconds between two runs of a schedule, where they are always the same: `rate(12 hours)`, `cron(0 5 * * ? *)`.
 * Null where it is anything else. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function secondsOf(schedule: string | null): number | null {
  const text = schedule?.trim().toLowerCase() ?? "";
  const rate = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(text);
  if (rate !== null) {
    const seconds = Number(rate[1]) * (UNITS[rate[2] ?? ""] ?? 0);
    return seconds > 0 ? seconds : null;
  }
  const [, inner] = /^cron\(([^()]{1,200})\)$/.exec(text) ?? [];
  const fields = inner?.trim().split(/\s+/) ?? [];
  return fields.length === 6 ? cronSeconds(fields) : null;
}

function cronSeconds(fields: readonly string[]): number | null {
  const [minute = "", hour = "", day = "", month = "", weekday = "", year = ""] = fields;
  if (month !== "*" || year !== "*" || !isAny(day)) return null;
  if (!isAny(weekday))
    return isOne(minute) && isOne(hour) && /^(?:[1-7]|[a-z]{3})$/.test(weekday) ? WEEK : null;
  if (isOne(hour) && isOne(minute)) return 86_400;
  if (isOne(minute)) return every(hour, 24, 3600);
  return hour === "*" ? every(minute, 60, 60) : null;
}

const isAny = (field: string) => field === "*" || field === "?";
const isOne = (field: string) => /^\d{1,2}$/.test(field);

/** `*`, or a step that divides the whole without a rest; seconds between two. */
function every(field: string, whole: number, seconds: number): number | null {
  if (field === "*") return seconds;
  const [, step] = /^(?:\*|0)\/(\d{1,2})$/.exec(field) ?? [];
  const count = Number(step ?? 0);
  return count > 0 && whole % count === 0 ? count * seconds : null;
}
