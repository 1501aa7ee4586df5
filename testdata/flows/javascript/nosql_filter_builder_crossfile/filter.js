export function filterOf(text) {
  const filter = JSON.parse(text);
  filter.deleted = false;
  return filter;
}

export const ownerFilter = (owner) => ({ owner: `${owner}`, deleted: false });
