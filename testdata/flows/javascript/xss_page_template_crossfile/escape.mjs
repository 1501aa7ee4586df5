const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function text(value) {
  return String(value).replace(/[&<>"']/g, (each) => ENTITIES[each]);
}
