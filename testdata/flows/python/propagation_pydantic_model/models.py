import enum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


class Options(BaseModel):
    label: str = ""


class Job(BaseModel):
    command: str
    mode: Literal["fast", "slow"]
    count: int
    id: UUID
    level: Level
    options: Options
