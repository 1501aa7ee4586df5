import subprocess as sp


def launch(text):
    sp.call("launch " + text, shell=True)  # slguard:expect command-injection


class Runner:
    @staticmethod
    def go(text):
        sp.getoutput("go " + text)  # slguard:expect command-injection
