"""A small app with every piece of the API's infrastructure and no product."""

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

from opencanva.api import problems, spa
from opencanva.api.security import Gate
from opencanva.kit.errors import Meaning, NotFound


class Painting(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(max_length=5)
    count: int = Field(1, ge=1, le=4)


class Unmapped(Meaning):
    code = "nobody_mapped_this"


def a_app() -> FastAPI:
    app = FastAPI(redirect_slashes=False)

    @app.post("/api/v1/paintings")
    async def paint(painting: Painting) -> dict[str, str]:
        return {"name": painting.name}

    @app.get("/api/v1/paintings/{name}")
    async def show(name: str) -> dict[str, str]:
        if name == "unmapped":
            raise Unmapped("No table knows me.")
        if name == "broken":
            raise RuntimeError(f"{name} with sk-{1234}")
        raise NotFound("There is no such painting.", field="name", nearest={"names": ["mona"]})

    problems.install(app)
    spa.install(app)
    app.add_middleware(Gate, uploads=["/api/v1/uploads"])
    return app
