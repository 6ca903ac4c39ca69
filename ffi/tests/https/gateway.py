"""The gateway that ships with the Python package, as the tests want it: notices come soon, customers
pay when they are told to, and what is doubtful is refused."""

from wxp.gateway import simulator


class Gateway(simulator.Gateway):
    def __init__(self, certificates, secret, server="gateway"):
        """`server` is the folder of the certificate to show."""
        super().__init__(certificates, secret, server=server, pace=0.02, strict=True)
