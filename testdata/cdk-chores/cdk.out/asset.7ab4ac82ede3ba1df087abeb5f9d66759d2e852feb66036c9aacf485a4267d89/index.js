exports.handler = async (event) => ({ PhysicalResourceId: 'index-' + event.RequestType });
