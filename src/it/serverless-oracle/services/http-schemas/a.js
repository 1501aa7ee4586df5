exports.f = async () => ({ statusCode: 200 });
