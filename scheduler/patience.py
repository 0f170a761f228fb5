"""How long a failing job is left alone. Counted in ticks, so that a clock that jumps cannot stretch it."""

#: at one tick every 20 s about an hour
LONGEST = 180


class Patience:
    """After the n-th failure in a row a job sits out 2^n - 1 ticks, at most `LONGEST`; a success forgets."""

    def __init__(self) -> None:
        self._failures: dict[tuple[str, int], int] = {}
        self._sits_out: dict[tuple[str, int], int] = {}

    def allows(self, job: str, tenant_id: int) -> bool:
        """Whether it is this job's turn; asking is what counts a tick."""
        left = self._sits_out.get((job, tenant_id), 0)
        if left:
            self._sits_out[job, tenant_id] = left - 1
        return left == 0

    def failed(self, job: str, tenant_id: int) -> None:
        failures = min(self._failures.get((job, tenant_id), 0) + 1, 16)
        self._failures[job, tenant_id] = failures
        self._sits_out[job, tenant_id] = min(2**failures - 1, LONGEST)

    def succeeded(self, job: str, tenant_id: int) -> None:
        self._failures.pop((job, tenant_id), None)
