import os
from abc import ABC, abstractmethod


class Base(ABC):
    @abstractmethod
    def command(self, query):
        ...

    def run(self, query):
        return self.execute(self.command(query))

    @staticmethod
    def execute(command):
        raise NotImplementedError


class Job(Base):
    def command(self, query):
        return "run " + query["name"]

    @staticmethod
    def execute(command):
        return os.system(command)  # slguard:expect command-injection


class SoundJob(Base):
    def command(self, query):
        return "run fixed"

    @staticmethod
    def execute(command):
        return os.system(command)  # slguard:safe


def with_settings(settings, event, context):
    os.system("run " + settings["stage"])  # slguard:safe
    os.system("run " + event["body"])  # slguard:expect command-injection
