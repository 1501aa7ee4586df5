exports.handler = async (event) => ({ PhysicalResourceId: 'seed-' + event.RequestType });
