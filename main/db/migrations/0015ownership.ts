/** Which library this is, and who opened it last: whoever was there before may not write any more. */
export const ownership = `
CREATE TABLE ownership (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  library TEXT NOT NULL,
  generation INTEGER NOT NULL,
  owner TEXT NOT NULL
) STRICT;
`;
