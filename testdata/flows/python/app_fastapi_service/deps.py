import sqlite3
from dataclasses import dataclass

from fastapi import Header


@dataclass
class Paging:
    limit: int = 20
    offset: int = 0


def current_tenant(x_tenant: str = Header(...)):
    return x_tenant.lower()


def session():
    connection = sqlite3.connect("/tmp/notes.db")
    try:
        yield connection
    finally:
        connection.close()
