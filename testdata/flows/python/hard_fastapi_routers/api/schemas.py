from enum import Enum
from typing import Annotated, Literal, Optional

from pydantic import BaseModel, Field, StringConstraints, constr


class Format(str, Enum):
    PDF = "pdf"
    CSV = "csv"


class Target(BaseModel):
    path: str
    size: Optional[int] = None


class Export(BaseModel):
    target: Target
    format: Format = Format.PDF


class StrictExport(BaseModel):
    name: constr(pattern=r"^[a-zA-Z0-9_]+$")
    count: int = Field(gt=0)
    kind: Format
    mode: Literal["full", "delta"]
    loose: Annotated[str, StringConstraints(pattern=r"[a-z]+")]
