/** What the pages of an export tell beside the analysis, so that one with another plan or name is known as outdated. */
export const exportFacts = `
ALTER TABLE exports ADD COLUMN page_facts TEXT NOT NULL DEFAULT '';
`;
