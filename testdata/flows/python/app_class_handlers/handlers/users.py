import ldap3

from .base import BaseHandler
from ldap3.utils.conv import escape_filter_chars


class UserHandler(BaseHandler):
    required = ("name",)

    def __init__(self):
        self._connection = None

    @property
    def connection(self):
        if self._connection is None:
            self._connection = ldap3.Connection(ldap3.Server("ldap.internal"), auto_bind=True)
        return self._connection

    def process(self, name, **rest):
        self.log.info("searching")
        self.connection.search("dc=shop", f"(cn={name})")  # slguard:expect ldap-injection
        self.connection.search("dc=shop", f"(cn={escape_filter_chars(name)})")  # slguard:safe
        self.connection.search("dc=shop", "(mail=%s)" % rest.get("mail"))  # slguard:expect ldap-injection
        return {"found": len(self.connection.entries)}
