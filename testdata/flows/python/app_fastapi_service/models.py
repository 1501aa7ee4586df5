from typing import Literal

from pydantic import BaseModel, ConfigDict, EmailStr, HttpUrl


class Note(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    color: Literal["red", "green"] = "green"


class NoteQuery(BaseModel):
    owner: EmailStr
    source: HttpUrl
    tags: list[str] = []
    year: int | None = None
