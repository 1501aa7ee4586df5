exports.handler = async (event) => ({ width: Math.min(event.width, 800) });
