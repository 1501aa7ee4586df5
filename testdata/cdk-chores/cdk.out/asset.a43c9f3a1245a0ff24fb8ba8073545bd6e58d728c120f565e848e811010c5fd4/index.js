exports.handler = async (event) => ({ IsComplete: event.RequestType !== 'Create' });
