let last = 0;

/** An id of the shape that MongoDB gives, greater than all before. */
export function newId(): string {
  return (++last).toString(16).padStart(24, "0");
}
