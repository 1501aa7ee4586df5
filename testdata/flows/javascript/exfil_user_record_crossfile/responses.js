const headers = { "content-type": "application/json" };

const ok = (data) => ({
  statusCode: 200,
  headers,
  body: JSON.stringify(data), // slguard:expect sensitive-data-exfiltration
});

function failure(error) {
  console.error(error);
  return { statusCode: 500, headers, body: JSON.stringify({ message: "internal error", name: typeof error }) }; // slguard:safe
}

function broken(error) {
  return { statusCode: 500, headers, body: `Error: ${error.stack}` }; // slguard:expect sensitive-data-exfiltration
}

module.exports = { ok, failure, broken };
