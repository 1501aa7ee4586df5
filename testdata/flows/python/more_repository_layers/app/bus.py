class Bus:
    def __init__(self):
        self._handlers = {}

    def register(self, name, handler):
        self._handlers.setdefault(name, []).append(handler)

    def dispatch(self, command):
        for handler in self._handlers.get(command.name, ()):
            handler(command.arguments)
