# slguard:handler handler
# slguard:handler sound
from base import LambdaHandler
import sqlite3

db = sqlite3.connect("/tmp/a.db")


class Search(LambdaHandler):
    def handle(self):
        return db.execute("SELECT * FROM a WHERE b = '" + self.body["term"] + "'")  # slguard:expect sql-injection


class SoundSearch(LambdaHandler):
    def handle(self):
        return db.execute("SELECT * FROM a WHERE b = ?", (self.body["term"],))  # slguard:safe


handler = Search.get_handler()
sound = SoundSearch.get_handler()
