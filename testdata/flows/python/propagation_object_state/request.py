class Request:
    def __init__(self, event):
        self._query = event.get("queryStringParameters") or {}

    @property
    def name(self):
        return self._query.get("name")

    @property
    def flags(self):
        return self._query.get("flags", "")

    @property
    def size(self):
        return len(self._query)
