exports.f=1
