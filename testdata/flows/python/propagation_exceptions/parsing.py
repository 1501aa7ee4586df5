class BadName(Exception):
    def __init__(self, name):
        super().__init__("bad name " + name)
        self.name = name


def check(name):
    if len(name) > 20:
        raise BadName(name)


def check_quietly(name):
    if len(name) > 20:
        raise BadName("too long")
