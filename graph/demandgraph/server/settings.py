"""What a server is started with: the folder, the address, and its limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph is served.

    Parameters
    ----------
    folder : the folder of the graph
    base : base IRI of its resources
    host, port : the address to listen at
    public : address under which others reach the server, such as ``https://graph.example.org/``; by default host and port
    timeout : seconds that a query may take
    max_rows : rows (or triples) that an answer may have
    max_bytes : bytes that the body of a request may have
    concurrency : queries that run at once, each in a process of its own
    wait : seconds that a query waits for its turn before it is refused
    per_client : requests of one address that may wait or run at once
    memory : megabytes that a worker process may use; 0 for no limit
    cors : the origin whose pages may ask this server, ``*`` for all, empty for none
    token : who shows it may change the graph; empty if nobody may
    """

    folder: Path
    base: str
    host: str = "127.0.0.1"
    port: int = 8080
    public: str = ""
    timeout: float = 30.0
    max_rows: int = 100_000
    max_bytes: int = 1_000_000
    concurrency: int = 4
    wait: float = 10.0
    per_client: int = 64
    memory: int = 2048
    cors: str = "*"
    token: str = ""

    @property
    def address(self) -> str:
        """The address of the server as others see it, ending in a slash."""
        if self.public:
            return self.public
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    @property
    def writable(self) -> bool:
        """Whether the graph can be changed."""
        return bool(self.token)

    @property
    def entity_root(self) -> str:
        """Where on this server the resources below the base IRI are, as a path with a slash at both ends."""
        return "/" + self.base.removeprefix(self.address) if self.base.startswith(self.address) else "/id/"
