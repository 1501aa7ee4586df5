exports.handler = async () => ({ removed: 0 });
