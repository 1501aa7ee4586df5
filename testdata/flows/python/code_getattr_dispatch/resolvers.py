class Resolvers:
    def create(self, identifier):
        return {"id": identifier}

    def remove(self, identifier):
        return {"removed": identifier}


OPERATIONS = {"create": Resolvers.create, "remove": Resolvers.remove}
