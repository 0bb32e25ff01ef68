"""The sandbox's description of itself, read by a validator that we did not write.

Usage: openapi.py ORIGIN VERSION. Prints how many operations are described.
"""

import sys

import requests
from openapi_spec_validator import OpenAPIV31SpecValidator

METHODS = {"get", "put", "post", "delete", "patch"}

described = requests.get(sys.argv[1] + "/openapi.json", timeout=30).json()
OpenAPIV31SpecValidator(described).validate()
operations = [name for path in described["paths"].values() for name in path if name in METHODS]
print(f"{len(operations)} facts hold")
