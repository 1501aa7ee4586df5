import os


class Runner:
    def __init__(self):
        self._parts = ["run"]

    def named(self, name):
        self._parts.append(name)
        return self

    def with_flags(self, flags):
        self._parts.append(flags)
        return self

    def start(self):
        return os.popen(" ".join(self._parts)).read()  # slguard:expect command-injection


class Silent(Runner):
    def start(self):
        return os.popen(" ".join(self._parts)).read()  # slguard:safe
