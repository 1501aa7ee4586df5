import shlex
import subprocess

from .base import Step


class Echo(Step):
    pass


class Quoted(Step):
    def prepare(self, text):
        return shlex.quote(super().prepare(text))

    def apply(self, text):
        subprocess.run(self.command(text), shell=True)  # slguard:safe
        return text


class Twice(Step):
    def prepare(self, text):
        return super().prepare(text) + super().prepare(text)

    def apply(self, text):
        result = super().apply(text)
        subprocess.run(self.command(result), shell=True)  # slguard:expect command-injection
        return result
