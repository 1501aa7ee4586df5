import subprocess


class Step:
    tool = "true"

    def __init__(self, tool=None):
        if tool:
            self.tool = tool

    def command(self, text):
        return f"{self.tool} {self.prepare(text)}"

    def prepare(self, text):
        return text

    def apply(self, text):
        subprocess.run(self.command(text), shell=True)  # slguard:expect command-injection
        return text


class Pipeline:
    def __init__(self, steps):
        self.steps = list(steps)

    def run(self, text):
        for step in self.steps:
            text = step.apply(text)
        return text
