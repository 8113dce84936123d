/** Text that has broken other programs, by what is nasty about it. Each may be somebody's name. */
export const NASTY_TEXTS: Readonly<Record<string, string>> = {
  "a database operator": "$where",
  "a comparison": "$gt",
  "a query in JSON": '{"$ne":null}',
  "a query in brackets": "[$ne]=1",
  "code for a database": "'; return true; var a = '",
  SQL: "x' OR '1'='1'; DROP TABLE users;--",
  "the prototype": "__proto__",
  "a path to the prototype": "constructor.prototype",
  "a method of every object": "toString",
  "a dotted key": "a.b",
  "a dollar": "$",
  "a dot": ".",
  "a pattern that matches all": ".*",
  "a pattern that never ends": "(a+)+$",
  "half a pattern": "[a-(",
  "a backslash": "\\",
  "a quote": '"',
  "an apostrophe": "O'",
  "the end of a search": 'a" OR "displayName:b',
  "the end of a filter": "a') or startsWith(displayName,'b",
  "a parameter of an address": "a&$filter=x#y?z=1",
  "percent signs": "%00 %0d%0a %2e%2e%2f %",
  "a path": "../../etc/passwd",
  NUL: "a\0b",
  "control characters": "a\u0001\u0008\u001b[31m\u007f\u0085b",
  "a line of the log": 'a\r\n{"level":30,"forged":true,"msg":"admin signed in"}\r\n',
  "a line feed and a line of the log": '"}\n{"level":30,"forged":true}',
  "line ends of Unicode": "a\u2028b\u2029c",
  HTML: '<script>alert(1)</script><img src=x onerror="alert(1)">',
  "a template": "${7*7} {{7*7}} <%= 7*7 %>",
  "a formula": "=HYPERLINK(A1)",
  "a change of direction": "abc\u202egnp.exe",
  "right to left": "مرحبا بالعالم שלום",
  emoji: "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ✌🏽",
  "a stack of accents": `a${"\u0301".repeat(60)}`,
  "half a character": "a\ud83db",
  "halves the wrong way round": "\ude00\ud83d",
  "a byte order mark": "\ufeffa\ufffe",
  "invisible characters": "a\u200b\u2060\u00adb",
  "null in words": "null",
  "a number in words": "NaN",
};

/** Text that is nasty by its length; no name is so long. */
export const LONG_TEXTS: Readonly<Record<string, string>> = {
  "90 kB": "x".repeat(90_000),
  "80 kB of emoji": "😀".repeat(20_000),
  "60 kB of accents": "a\u0301".repeat(20_000),
  "40 kB of apostrophes": "'".repeat(40_000),
};

/** As MongoDB keeps it: UTF-8 has no halves of characters. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/** What was logged; throws when a line of it is not one object of JSON with a time. */
export function logEntries(logged: readonly string[]): readonly object[] {
  return logged
    .join("")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const entry = JSON.parse(line) as object;
      if (!("time" in entry)) throw new Error(`Not a line of the log's own: ${line}`);
      return entry;
    });
}
