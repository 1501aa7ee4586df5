from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class Order(BaseModel):
    name: str
    amount: int
    currency: Literal["EUR", "USD"]


class Upload(BaseModel):
    file: str
    id: UUID
