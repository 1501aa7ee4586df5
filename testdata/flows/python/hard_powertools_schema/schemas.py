STRICT = {
    "type": "object",
    "required": ["name", "kind", "count"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9]+$"},
        "kind": {"enum": ["small", "large"]},
        "count": {"type": "integer"},
        "note": {"type": "string", "maxLength": 100},
    },
}
LOOSE = {"type": "object", "properties": {"name": {"type": "string", "pattern": "[a-z0-9]+"}}}
