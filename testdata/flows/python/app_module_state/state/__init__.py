from contextvars import ContextVar

from .limits import LIMIT

__all__ = ["set_user", "LIMIT"]
current = ContextVar("current", default="nobody")


def set_user(name):
    current.set(name)
