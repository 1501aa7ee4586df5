import json
from dataclasses import dataclass, field


class NotAllowed(Exception):
    pass


@dataclass
class Query:
    text: str
    page: int = 1

    def __post_init__(self):
        self.page = int(self.page)


@dataclass
class Command:
    name: str
    arguments: dict = field(default_factory=dict)

    @staticmethod
    def parse(text):
        raw = json.loads(text)
        return Command(raw["name"], raw.get("arguments") or {})
