import os
import shlex


class Runner:
    def __init__(self, text):
        self.text = text

    def prepare(self):
        return "run " + self.text

    def start(self):
        return self.launch(self.prepare())


class LoudMixin:
    def launch(self, line):
        os.system("loud " + line)  # slguard:expect command-injection


class QuietMixin:
    def prepare(self):
        return "run " + shlex.quote(self.text)

    def launch(self, line):
        os.system("quiet " + line)  # slguard:safe


class LoudRunner(LoudMixin, Runner):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.volume = 11


class QuietRunner(QuietMixin, Runner):
    pass
