import lodash from "lodash";

export const page = (title, content) => `<!doctype html><title>${lodash.escape(title)}</title><main>${content}</main>`;

export const respond = (markup) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/html" },
  body: markup, // slguard:expect xss-reflected
});

export const respondSafely = (markup) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/html" },
  body: markup, // slguard:safe
});
