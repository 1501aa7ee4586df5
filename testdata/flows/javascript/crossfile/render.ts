export default function render(text: string) {
  return {
    statusCode: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "<p>" + text + "</p>", // slguard:expect xss-reflected
  };
}
