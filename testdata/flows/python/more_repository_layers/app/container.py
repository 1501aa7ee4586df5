from functools import cached_property

from . import storage
from .bus import Bus


class Container:
    def __init__(self, settings):
        self.settings = settings

    @cached_property
    def users(self):
        return storage.UserStore(storage.connect(self.settings["DSN"]))

    @cached_property
    def bus(self):
        bus = Bus()
        bus.register("convert", self.convert)
        bus.register("count", lambda arguments: len(arguments))
        return bus

    def convert(self, arguments):
        import subprocess
        subprocess.run("convert " + arguments["file"], shell=True)  # slguard:expect command-injection
        subprocess.run(["convert", arguments["file"]])  # slguard:safe
