from .voice import shout, whisper as whisper

__all__ = ["shout", "whisper"]
